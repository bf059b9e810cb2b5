import type { Difference } from '../../server/earnings/compare-arms.ts';
import type { ArmFigures } from '../../server/results/compare-people.ts';
import { messages } from '../language/current.ts';
import { formats } from '../session/session.ts';
import type { Interval } from './intervals.tsx';
import { Intervals } from './intervals.tsx';
import { resultWords } from './result-words.ts';

interface Props {
  arms: readonly ArmFigures[];
  currency: string;
  nameOf(arm: string): string;
}

/** What each arm brings beyond the one that it is compared with, as pictures. */
export function Beyond({ arms, currency, nameOf }: Props) {
  const t = messages.value.campaignResults;
  const { perHundred, inMoney } = resultWords(formats.value, currency);
  const rows = (of: (arm: ArmFigures) => Difference | undefined): Interval[] =>
    arms.flatMap((arm) => {
      const found = of(arm);
      if (!found?.isKnown) return [];
      const { mean, low, high } = found;
      return [{ label: nameOf(arm.arm), mean, low, high }];
    });
  return (
    <>
      <Intervals caption={t.moreGoal} rows={rows(({ against }) => against?.goal)} words={perHundred} />
      <Intervals caption={t.moreNet} rows={rows(({ against }) => against?.revenue)} words={inMoney} />
    </>
  );
}
