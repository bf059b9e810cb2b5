import type { Readiness } from '../../server/shelves/readiness.ts';
import { Badge } from '../components/badge.tsx';
import { messages } from '../language/current.ts';
import { readinessText } from './readiness-text.ts';

const tones = { ready: 'good', borrowing: 'note', warming: 'note', nothing: 'warn' } as const;

/** Whether an ingredient has enough to go by, and how much it has. */
export function ReadinessBadge({ of }: { of: Readiness }) {
  const t = messages.value.recipes;
  return (
    <Badge tone={tones[of.state]} title={readinessText(of)}>
      {t.states[of.state]}
    </Badge>
  );
}
