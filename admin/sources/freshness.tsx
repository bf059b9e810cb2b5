import { ProblemNote } from '../components/problem-note.tsx';
import { messages } from '../language/current.ts';
import { useSubmit } from '../session/use-submit.ts';

interface Props {
  /** What is believed so long, read aloud. */
  label: string;
  /** Null for always. */
  days: number | null;
  believe: (days: number | null) => Promise<void>;
}

const choices = [7, 30, 90, 180, 365, 730];

/** How long what a source tells is believed. */
export function Freshness({ label, days, believe }: Props) {
  const t = messages.value.sources;
  let chosen = days;
  const { submit, busy, problem } = useSubmit(() => believe(chosen));
  // One that was set by a program stays to be chosen.
  const all = days === null || choices.includes(days) ? choices : [...choices, days].sort((a, b) => a - b);
  return (
    <>
      <select
        class="input"
        aria-label={label}
        value={days ?? ''}
        disabled={busy}
        onChange={({ currentTarget }) => {
          chosen = currentTarget.value === '' ? null : Number(currentTarget.value);
          submit();
        }}
      >
        {all.map((choice) => (
          <option key={choice} value={choice}>
            {t.days(choice)}
          </option>
        ))}
        <option value="">{t.always}</option>
      </select>
      {problem && <ProblemNote problem={problem} />}
    </>
  );
}
