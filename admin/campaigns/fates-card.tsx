import { parseResponse } from 'hono/client';
import { useState } from 'preact/hooks';
import type { Fate } from '../../server/campaigns/kept-counts.ts';
import { client } from '../api/client.ts';
import { Card } from '../components/card.tsx';
import { Choice } from '../components/choice.tsx';
import { ShareBar } from '../components/share-bar.tsx';
import { Table } from '../components/table.tsx';
import { messages } from '../language/current.ts';
import { Awaited } from '../load/awaited.tsx';
import { useLoad } from '../load/use-load.ts';
import { formats } from '../session/session.ts';
import { fateWords } from './fate-words.ts';

const spans = ['7', '30', '90'] as const;

/** How often a campaign was sent to a page, and what kept it away. */
export function FatesCard({ id }: { id: string }) {
  const t = messages.value.fates;
  const [days, setDays] = useState<(typeof spans)[number]>('30');
  const found = useLoad(
    () => parseResponse(client.campaigns[':id'].kept.$get({ param: { id }, query: { days } })),
    [id, days],
  );
  return (
    <Card title={t.title}>
      <p class="soft">{t.lead}</p>
      <Choice
        label={t.days}
        options={spans.map((value) => ({ value, label: messages.value.loop.periods[value] }))}
        value={days}
        onChoose={setDays}
      />
      <Awaited of={found} lines={5}>
        {(answer) => {
          const rows = summed(answer.days.map(({ fates }) => fates));
          const all = rows.reduce((sum, { pages }) => sum + pages, 0);
          if (all === 0) return <p class="soft">{t.nothing}</p>;
          return (
            <Table
              caption={t.title}
              rows={rows}
              keyOf={({ fate }) => fate}
              columns={[
                { label: t.what, cell: ({ fate }) => fateWords(fate) },
                { label: t.pages, number: true, cell: ({ pages }) => formats.value.number(pages) },
                {
                  label: t.share,
                  number: true,
                  cell: ({ pages }) => (
                    <span class="row">
                      <ShareBar share={pages / all} /> {formats.value.fine(pages / all)}
                    </span>
                  ),
                },
              ]}
            />
          );
        }}
      </Awaited>
    </Card>
  );
}

/** Sent first, then the most frequent. */
function summed(days: readonly Partial<Record<Fate, number | undefined>>[]): { fate: Fate; pages: number }[] {
  const counts = new Map<Fate, number>();
  for (const fates of days)
    for (const [fate, pages] of Object.entries(fates) as [Fate, number][])
      counts.set(fate, (counts.get(fate) ?? 0) + pages);
  return [...counts]
    .map(([fate, pages]) => ({ fate, pages }))
    .sort((a, b) => Number(b.fate === 'shown') - Number(a.fate === 'shown') || b.pages - a.pages);
}
