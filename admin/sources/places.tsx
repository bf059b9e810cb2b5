import { Button } from '../components/button.tsx';
import { ProblemNote } from '../components/problem-note.tsx';
import { messages } from '../language/current.ts';
import { useSubmit } from '../session/use-submit.ts';

interface Props {
  id: string;
  /** All of them, the most trusted first. */
  ids: readonly string[];
  arrange: (ids: string[]) => Promise<void>;
}

/** Moves a source up or down in the order in which they are trusted. */
export function Places({ id, ids, arrange }: Props) {
  const t = messages.value.sources;
  const place = ids.indexOf(id);
  const moved = (by: number) => ids.toSpliced(place, 1).toSpliced(place + by, 0, id);
  const up = useSubmit(() => arrange(moved(-1)));
  const down = useSubmit(() => arrange(moved(1)));
  const problem = up.problem ?? down.problem;
  return (
    <div class="row">
      {place > 0 && (
        <Button look="quiet" busy={up.busy} onPress={up.submit}>
          {t.up}
          <span class="unseen">: {id}</span>
        </Button>
      )}
      {place < ids.length - 1 && (
        <Button look="quiet" busy={down.busy} onPress={down.submit}>
          {t.down}
          <span class="unseen">: {id}</span>
        </Button>
      )}
      {problem && <ProblemNote problem={problem} />}
    </div>
  );
}
