import { Badge } from '../components/badge.tsx';
import { Sparkline } from '../components/sparkline.tsx';
import { Table } from '../components/table.tsx';
import { messages } from '../language/current.ts';
import { formats, shop } from '../session/session.ts';
import type { Known, Listed } from './load-segments.ts';
import { sentence } from './sentence.ts';
import { type Count, useCounts } from './use-counts.ts';
import { wordingOf } from './wording.ts';

/** People in it on the last days; one day is no trend. */
function Trend({ days }: Pick<Listed, 'days'>) {
  const t = messages.value.segments;
  const { number, dayMonth } = formats.value;
  if (days.length < 2) return <span class="soft">–</span>;
  const counts = days.map(({ members }) => members);
  return (
    <div class="segment-trend">
      <Sparkline
        values={counts}
        label={t.course(number(counts[0] ?? 0), number(counts.at(-1) ?? 0))}
        titles={days.map(({ day, members }) => `${dayMonth(day)}: ${number(members)}`)}
      />
    </div>
  );
}

export function SegmentsTable({ known }: { known: Known }) {
  const t = messages.value.segments;
  const wording = wordingOf(known);
  const { number, amounts, date } = formats.value;
  const currency = shop.value?.currency ?? 'EUR';
  const counts = useCounts(known.segments);
  const counted = (id: string, say: (count: Count) => string) => {
    const count = counts.get(id);
    return count ? say(count) : '…';
  };
  return (
    <div class="visitors-list">
      <Table
        caption={t.title}
        rows={known.segments}
        keyOf={({ id }) => id}
        columns={[
          {
            label: t.name,
            cell: ({ id, name, isSilent }) => (
              <>
                <a href={`/admin/segments/${id}`}>{name}</a>
                {isSilent && <Badge tone="warn">{messages.value.endpoints.silent}</Badge>}
              </>
            ),
          },
          { label: t.rule, cell: ({ rule }) => <span class="soft">{sentence(rule, wording)}</span> },
          {
            label: t.members,
            number: true,
            definition: t.membersMeaning,
            cell: ({ id }) => (
              <a href={`/admin/visitors?segment=${id}`}>{counted(id, ({ members }) => number(members))}</a>
            ),
          },
          {
            label: t.trend,
            definition: t.historyMeaning,
            cell: ({ days }) => <Trend days={days} />,
          },
          {
            label: t.net,
            number: true,
            definition: t.netMeaning,
            cell: ({ id }) => counted(id, ({ net }) => amounts([{ amount: net, currency }], currency)),
          },
          { label: t.changed, number: true, cell: ({ changedAt }) => date(changedAt) },
        ]}
      />
    </div>
  );
}
