import { useEffect, useId, useState } from 'preact/hooks';
import { findWords, type Word, type WordKind } from './find-words.ts';

interface Props {
  label: string;
  kind: WordKind;
  value: string;
  onInput: (value: string) => void;
}

/** ms without a key after which the catalogue is asked. */
const pause = 200;

/** A category, brand or product of the catalogue; a product may be typed by its name and is meant by its id. */
export function WordLine({ label, kind, value, onInput }: Props) {
  const id = useId();
  const [known, setKnown] = useState<readonly Word[]>([]);
  useEffect(() => {
    let current = true;
    const timer = setTimeout(() => {
      // Without them one types.
      findWords(kind, value).then(
        (words) => current && setKnown(words),
        () => {},
      );
    }, pause);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [kind, value]);
  const meant = known.find((word) => word.value === value)?.label;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        list={`${id}-list`}
        value={value}
        autocomplete="off"
        aria-describedby={`${id}-meant`}
        onInput={({ currentTarget: { value: typed } }) =>
          onInput(known.find((word) => word.label === typed)?.value ?? typed)
        }
      />
      <datalist id={`${id}-list`}>
        {known.map((word) => (
          <option key={word.value} value={word.value}>
            {word.label}
          </option>
        ))}
      </datalist>
      <span id={`${id}-meant`} class="soft small">
        {meant !== value && meant}
      </span>
    </div>
  );
}
