import { useState } from 'preact/hooks';
import { useSubmit } from '../session/use-submit.ts';
import { Button } from './button.tsx';
import { ProblemNote } from './problem-note.tsx';

interface Props {
  words: { ask: string; surely: string; keep: string };
  /** What it is about, where the page has several such buttons: read aloud, not seen. */
  what?: string;
  /** What it will mean, told once it is asked. */
  meaning?: string;
  act: () => Promise<void>;
}

/** A button for what cannot be undone: it asks once more. */
export function SecondThought({ words, what, meaning, act }: Props) {
  const [asked, setAsked] = useState(false);
  const { submit, busy, problem } = useSubmit(act);
  return (
    <div class="row">
      <Button busy={busy} onPress={asked ? submit : () => setAsked(true)}>
        {asked ? words.surely : words.ask}
        {what && <span class="unseen">: {what}</span>}
      </Button>
      {asked && (
        <Button look="quiet" onPress={() => setAsked(false)}>
          {words.keep}
        </Button>
      )}
      {meaning && (
        <span class="soft small" role="status">
          {asked && meaning}
        </span>
      )}
      {problem && <ProblemNote problem={problem} />}
    </div>
  );
}
