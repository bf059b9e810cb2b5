import './choice.css';
import { useId } from 'preact/hooks';

interface Props<V extends string> {
  label: string;
  options: readonly { value: V; label: string; lang?: string }[];
  value: V;
  onChoose: (value: V) => void;
}

/** One of a few, all of them in sight. */
export function Choice<V extends string>({ label, options, value, onChoose }: Props<V>) {
  const name = useId();
  return (
    <fieldset class="choice">
      <legend class="soft small">{label}</legend>
      <div class="choice-options">
        {options.map((option) => (
          <label key={option.value} lang={option.lang}>
            <input type="radio" name={name} checked={option.value === value} onChange={() => onChoose(option.value)} />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
