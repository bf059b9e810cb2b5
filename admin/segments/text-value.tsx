import { useEffect, useId, useState } from 'preact/hooks';
import { messages } from '../language/current.ts';

interface Props {
  value: string | string[];
  /** What people have. */
  suggest: () => Promise<{ values: readonly { value: string }[] }>;
  /** Under which name it is suggested. */
  of: string;
  onInput: (text: string) => void;
}

/** A text with the values that people have, as they are asked for. */
export function TextValue({ value, suggest, of, onInput }: Props) {
  const t = messages.value.segments;
  const list = useId();
  const [known, setKnown] = useState<readonly string[]>([]);
  useEffect(() => {
    let current = true;
    // Without them one types.
    suggest().then(
      ({ values }) => current && setKnown(values.map(({ value }) => value)),
      () => {},
    );
    return () => {
      current = false;
    };
  }, [of]);
  return (
    <>
      <input
        class="input"
        list={list}
        aria-label={t.value}
        value={Array.isArray(value) ? value.join(', ') : value}
        onChange={(event) => onInput(event.currentTarget.value)}
      />
      <datalist id={list}>
        {known.map((text) => (
          <option key={text} value={text} />
        ))}
      </datalist>
    </>
  );
}
