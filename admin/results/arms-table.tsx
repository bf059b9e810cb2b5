import type { Against } from '../../server/results/against-base.ts';
import type { CampaignResults } from '../../server/results/campaign-results.ts';
import type { ArmFigures } from '../../server/results/compare-people.ts';
import { Ranged } from '../components/ranged.tsx';
import { Table } from '../components/table.tsx';
import { messages } from '../language/current.ts';
import { formats } from '../session/session.ts';
import { armName } from './arm-name.ts';
import { resultWords } from './result-words.ts';

interface Props {
  results: { arms: readonly ArmFigures[]; base: string | null; currency: string };
  nameOf?: (arm: string) => string;
}

/** The arms of an experiment, and what each brings beyond the one that it is compared with. */
export function ArmsTable({ results: { arms, base, currency }, nameOf = armName }: Props) {
  const t = messages.value.campaignResults;
  const { number, percent, fine } = formats.value;
  const isReached = arms.some(({ reached }) => reached > 0);
  const { inMoney, perHundred } = resultWords(formats.value, currency);
  return (
    <Table
      caption={t.arms}
      rows={arms}
      keyOf={({ arm }) => arm}
      columns={[
        {
          label: t.arm,
          cell: ({ arm }) => (
            <>
              {nameOf(arm)} {arm === base && <span class="soft small">({t.base})</span>}
            </>
          ),
        },
        { label: t.people, number: true, cell: ({ people }) => number(people) },
        {
          label: t.reached,
          number: true,
          cell: ({ reached, people, rate }) => `${number(reached)}${people > 0 ? ` (${fine(rate)})` : ''}`,
        },
        { label: t.net, number: true, cell: ({ perPerson }) => inMoney(perPerson) },
        {
          label: t.moreGoal,
          definition: t.how,
          number: true,
          cell: ({ against }) => <Beyond of={against?.goal} words={perHundred} />,
        },
        {
          label: t.moreNet,
          definition: t.how,
          number: true,
          cell: ({ against }) => <Beyond of={against?.revenue} words={inMoney} />,
        },
        { label: t.chance, number: true, cell: ({ chance }) => (isReached ? percent(chance) : '–') },
      ]}
    />
  );
}

/** What was done with each variant on the page. */
export function DeedsTable({ results: { arms } }: { results: CampaignResults }) {
  const t = messages.value.campaignResults;
  const { number } = formats.value;
  return (
    <Table
      caption={`${t.seen}, ${t.clicks}, ${t.dismissals}`}
      rows={arms.filter(({ isVariant }) => isVariant)}
      keyOf={({ arm }) => arm}
      columns={[
        { label: t.arm, cell: ({ arm }) => armName(arm) },
        { label: t.seen, number: true, cell: ({ views }) => number(views) },
        { label: t.clicks, number: true, cell: ({ clicks }) => number(clicks) },
        { label: t.dismissals, number: true, cell: ({ dismissals }) => number(dismissals) },
      ]}
    />
  );
}

function Beyond({ of, words }: { of: Against | undefined; words: (value: number) => string }) {
  if (!of?.isKnown) return <>–</>;
  const { mean, low, high } = of;
  return <Ranged value={mean > 0 ? `+${words(mean)}` : words(mean)} low={words(low)} high={words(high)} />;
}
