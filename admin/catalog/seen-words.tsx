import type { SeenView } from '../../server/seen/routes.ts';
import { Button } from '../components/button.tsx';
import { ProblemNote } from '../components/problem-note.tsx';
import { messages } from '../language/current.ts';
import { useSubmit } from '../session/use-submit.ts';

interface Props {
  product: SeenView;
  say: (word: 'accepted' | 'ignored') => Promise<void>;
}

/** The merchant's word: only a product with a name and an address can be shown to anyone. */
export function SeenWords({ product: { id, name, url, state }, say }: Props) {
  const t = messages.value.catalog.seen;
  const accept = useSubmit(() => say('accepted'));
  const ignore = useSubmit(() => say('ignored'));
  const problem = accept.problem ?? ignore.problem;
  const unseen = <span class="unseen">: {name ?? id}</span>;
  return (
    <span class="row">
      {state !== 'accepted' && name && url && (
        <Button busy={accept.busy} onPress={accept.submit}>
          {t.accept}
          {unseen}
        </Button>
      )}
      {state !== 'ignored' && (
        <Button look="quiet" busy={ignore.busy} onPress={ignore.submit}>
          {t.ignore}
          {unseen}
        </Button>
      )}
      {problem && <ProblemNote problem={problem} />}
    </span>
  );
}
