import './problem-note.css';
import { RotateCw } from 'lucide-preact';
import type { Problem } from '../api/problem.ts';
import { firstMessages } from '../language/current.ts';
import { Button } from './button.tsx';

interface Props {
  problem: Problem;
  onRetry?: () => void;
}

/** The one way in which the panel shows an error: what happened, what to do, and a code to quote. */
export function ProblemNote({ problem, onRetry }: Props) {
  const t = firstMessages.value.problem;
  const words = wordsFor(problem);
  return (
    <div class="problem-note" role="alert">
      <div>
        <strong>{words.what}</strong>
        <p>{words.todo}</p>
        <p class="small">
          {t.code} <code>{problem.code}</code>
        </p>
      </div>
      {onRetry && (
        <Button onPress={onRetry}>
          <RotateCw size={16} aria-hidden="true" />
          {t.retry}
        </Button>
      )}
    </div>
  );
}

function wordsFor(problem: Problem): { what: string; todo: string } {
  const t = firstMessages.value.problem;
  switch (problem.code) {
    case 'offline':
      return t.offline;
    case 'link-invalid':
      return t.linkInvalid;
    case 'wrong-credentials':
      return t.wrongCredentials;
    case 'too-many-attempts':
      return { ...t.tooManyAttempts, todo: t.tooManyAttempts.todo(problem.retryAfter ?? 60) };
    case 'unexpected':
      return t.unexpected;
  }
  if (problem.status === 404) return t.notFound;
  if (problem.status === 403) return t.forbidden;
  if (problem.status >= 500) return t.server;
  return { what: t.refused, todo: problem.message };
}
