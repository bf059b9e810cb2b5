import type { Problem } from '../api/problem.ts';
import { Button } from '../components/button.tsx';
import { ProblemNote } from '../components/problem-note.tsx';
import { messages } from '../language/current.ts';

/** What can be done about it, where that is more than trying again. */
export function EditorProblem({ problem, onLoad }: { problem: Problem; onLoad: () => void }) {
  const t = messages.value.campaigns;
  if (problem.code === 'campaign-changed')
    return (
      <div class="row" role="alert">
        <p>{t.conflict}</p>
        <Button onPress={onLoad}>{t.loadTheirs}</Button>
      </div>
    );
  if (problem.status === 422 && problem.field !== null) return <p role="alert">{t.wrongSomewhere}</p>;
  return <ProblemNote problem={problem} />;
}
