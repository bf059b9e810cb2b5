import type { Problem } from '../api/problem.ts';
import { ProblemNote } from '../components/problem-note.tsx';
import { messages } from '../language/current.ts';

/** While a line is being filled in the draft is not whole, which is no failure. */
export function DraftProblem({ problem }: { problem: Problem }) {
  const t = messages.value.recipes;
  if (problem.status === 422 && problem.field !== null) return <p class="soft small">{t.wrongIn(problem.field)}</p>;
  return <ProblemNote problem={problem} />;
}
