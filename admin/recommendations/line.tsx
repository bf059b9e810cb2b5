import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface Props {
  label: string;
  hint?: string;
  /** Why this was refused. */
  error?: string | null;
}

interface ChosenProps<V extends string> extends Props {
  value: V;
  options: readonly { value: V; label: string }[];
  onChoose: (value: V) => void;
}

/** One of many, behind a line. */
export function Chosen<V extends string>({ label, hint, error, value, options, onChoose }: ChosenProps<V>) {
  const id = useId();
  return (
    <Labelled id={id} label={label} hint={hint} error={error}>
      <select
        id={id}
        value={value}
        aria-describedby={notesOf(id, hint, error)}
        aria-invalid={error ? 'true' : undefined}
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
    </Labelled>
  );
}

interface NumberProps<V extends number | null> extends Props {
  value: V;
  min: number;
  max: number;
  step?: number;
  /** What an emptied line says. */
  empty: V;
  onInput: (value: V | number) => void;
}

/** A number; a line without one says `empty`. */
export function NumberLine<V extends number | null>({
  label,
  hint,
  error,
  value,
  min,
  max,
  step = 1,
  empty,
  onInput,
}: NumberProps<V>) {
  const id = useId();
  return (
    <Labelled id={id} label={label} hint={hint} error={error}>
      <input
        id={id}
        type="number"
        inputMode="decimal"
        value={value ?? ''}
        min={min}
        max={max}
        step={step}
        aria-describedby={notesOf(id, hint, error)}
        aria-invalid={error ? 'true' : undefined}
        onInput={({ currentTarget: { valueAsNumber } }) => onInput(Number.isNaN(valueAsNumber) ? empty : valueAsNumber)}
      />
    </Labelled>
  );
}

function Labelled({
  id,
  label,
  hint,
  error,
  children,
}: {
  id: string;
  label: string;
  hint: string | undefined;
  error: string | null | undefined;
  children: ComponentChildren;
}) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children}
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

function notesOf(id: string, hint: string | undefined, error: string | null | undefined): string | undefined {
  return [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
}
