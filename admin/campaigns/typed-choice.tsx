import { useState } from 'preact/hooks';
import { Field } from '../components/field.tsx';
import { Chosen } from '../recommendations/line.tsx';

interface Props {
  label: string;
  value: string;
  options: readonly { value: string; label: string }[];
  /** Under which it can be typed, and of what is typed its label. */
  other: string;
  typed: { label: string; hint?: string };
  error?: string | null;
  onChange: (value: string) => void;
}

/** One of those that are known, or a name that is typed. */
export function TypedChoice({ label, value, options, other, typed, error = null, onChange }: Props) {
  const [isTyped, setTyped] = useState(value !== '' && !options.some((option) => option.value === value));
  return (
    <>
      <Chosen
        label={label}
        value={isTyped ? '' : value}
        options={[...options, { value: '', label: other }]}
        {...(!isTyped && { error })}
        onChoose={(next) => {
          setTyped(next === '');
          onChange(next);
        }}
      />
      {isTyped && <Field {...typed} value={value} onInput={onChange} error={error} autocomplete="off" optional />}
    </>
  );
}
