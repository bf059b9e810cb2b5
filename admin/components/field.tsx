import './field.css';
import { useId } from 'preact/hooks';

interface Props {
  label: string;
  type?: 'text' | 'email' | 'password' | 'search' | 'date' | 'number' | 'tel' | 'time' | 'datetime-local';
  value: string;
  onInput: (value: string) => void;
  hint?: string;
  /** Why this value was refused. */
  error?: string | null;
  autocomplete?: string;
  /** Of a number. */
  range?: { least: number; most: number; step: number };
  /** May stay empty. */
  optional?: boolean;
  /** Takes the focus as the page opens. */
  first?: boolean;
}

/** A labelled line of input, with its hint and its error said to everyone. */
export function Field({
  label,
  type = 'text',
  value,
  onInput,
  hint,
  error,
  autocomplete,
  range,
  optional = false,
  first = false,
}: Props) {
  const id = useId();
  const notes = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        type={type}
        value={value}
        required={!optional}
        autocomplete={autocomplete}
        min={range?.least}
        max={range?.most}
        step={range?.step}
        autofocus={first}
        aria-describedby={notes || undefined}
        aria-invalid={error ? 'true' : undefined}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      {hint && (
        <span id={`${id}-hint`} class="soft small">
          {hint}
        </span>
      )}
      {error && (
        <span id={`${id}-error`} class="field-error small">
          {error}
        </span>
      )}
    </div>
  );
}
