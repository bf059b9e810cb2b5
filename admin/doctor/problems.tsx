import { CircleCheck } from 'lucide-preact';
import type { DataProblem } from '../../server/doctor/report.ts';
import { Ago } from '../components/ago.tsx';
import { Badge } from '../components/badge.tsx';
import { messages } from '../language/current.ts';

/** What is wrong, each with its cure; or that nothing is. */
export function Problems({ problems }: { problems: readonly DataProblem[] }) {
  const t = messages.value.doctor;
  if (problems.length === 0) {
    return (
      <div class="doctor-good">
        <CircleCheck size={28} aria-hidden="true" />
        <div>
          <p>
            <strong>{t.good}</strong>
          </p>
          <p class="soft">{t.goodText}</p>
        </div>
      </div>
    );
  }
  const words: Record<string, { what: string; fix: string }> = t.fixes;
  return (
    <ul class="stack">
      {problems.map(({ code, count, example, last }) => (
        <li key={code}>
          <p class="row">
            <strong>{words[code]?.what ?? code}</strong>
            <Badge tone="warn">{t.times(count)}</Badge>
            {last !== null && <Ago at={last} />}
          </p>
          <p>{words[code]?.fix}</p>
          {example && (
            <p class="soft small doctor-example">
              <code>{t.newest(example)}</code>
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
