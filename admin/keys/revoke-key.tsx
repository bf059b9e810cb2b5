import { useState } from 'preact/hooks';
import { Button } from '../components/button.tsx';
import { ProblemNote } from '../components/problem-note.tsx';
import { messages } from '../language/current.ts';
import { useSubmit } from '../session/use-submit.ts';

interface Props {
  name: string;
  revoke: () => Promise<void>;
}

/** Asks once more: what uses the key stops at once, and a revoked key does not come back. */
export function RevokeKey({ name, revoke }: Props) {
  const t = messages.value.keys;
  const [asked, setAsked] = useState(false);
  const { submit, busy, problem } = useSubmit(revoke);
  return (
    <div class="row">
      <Button busy={busy} onPress={asked ? submit : () => setAsked(true)}>
        {asked ? t.revokeSurely : t.revoke}
        <span class="unseen">: {name}</span>
      </Button>
      {asked && (
        <Button look="quiet" onPress={() => setAsked(false)}>
          {t.keep}
        </Button>
      )}
      {problem && <ProblemNote problem={problem} />}
    </div>
  );
}
