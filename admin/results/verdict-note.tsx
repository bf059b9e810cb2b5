import type { Verdict } from '../../server/results/verdict.ts';
import { Badge } from '../components/badge.tsx';
import { messages } from '../language/current.ts';
import { armName } from './arm-name.ts';

interface Props {
  verdict: Verdict;
  nameOf?: (arm: string) => string;
  /** What reaching the goal is called. */
  goal?: string;
}

/** What an experiment says, in one sentence. */
export function VerdictNote({ verdict, nameOf = armName, goal = messages.value.campaignResults.goal }: Props) {
  const [tone, word, text] = wordsOf(verdict, nameOf, goal);
  return (
    <p>
      <Badge tone={tone}>{word}</Badge> {text}
    </p>
  );
}

function wordsOf(
  verdict: Verdict,
  nameOf: (arm: string) => string,
  goal: string,
): ['good' | 'warn' | 'note', string, string] {
  const t = messages.value.campaignResults;
  const by = { goal, revenue: t.revenue };
  // It is a guess: more digits would say that it were none.
  const about = (more: number | null) => (more === null ? null : Number(more.toPrecision(2)));
  switch (verdict.says) {
    case 'nobody':
      return ['note', t.nobody, t.nobodyText];
    case 'nothing-to-compare':
      return ['note', t.nothing, t.nothingText];
    case 'untrusted':
      return ['warn', t.untrusted, verdict.because === 'uneven' ? t.uneven : t.twoArms];
    case 'too-few':
      return ['note', t.few, t.fewText(about(verdict.more))];
    case 'nothing-yet':
      return ['note', t.yet, t.yetText(about(verdict.more))];
    case 'finds':
      return ['good', t.finds, t.findsText(nameOf(verdict.arm), by[verdict.by])];
    case 'harm':
      return ['warn', t.harm, t.harmText(nameOf(verdict.arm), by[verdict.by])];
    case 'mixed':
      return ['warn', t.mixed, t.mixedText(nameOf(verdict.arm), by[verdict.by])];
  }
}
