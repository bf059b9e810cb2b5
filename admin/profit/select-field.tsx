import { useId } from 'preact/hooks';

interface Props<V extends string> {
  label: string;
  value: V;
  options: readonly { value: V; label: string }[];
  hint?: string | null;
  onChoose: (value: V) => void;
}

/** One of many, under a label. */
export function SelectField<V extends string>({ label, value, options, hint, onChoose }: Props<V>) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select
        id={id}
        value={value}
        onChange={(event) => {
          const chosen = options[event.currentTarget.selectedIndex];
          if (chosen) onChoose(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      {hint && <span class="soft small">{hint}</span>}
    </div>
  );
}
