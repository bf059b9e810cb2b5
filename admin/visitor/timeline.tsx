import { parseResponse } from 'hono/client';
import { useState } from 'preact/hooks';
import type { Visitor } from '../../server/profiles/visitor.ts';
import type { TimelineKind } from '../../server/visitors/timeline-kinds.ts';
import { client } from '../api/client.ts';
import { Card } from '../components/card.tsx';
import { Choice } from '../components/choice.tsx';
import { messages } from '../language/current.ts';
import { Awaited } from '../load/awaited.tsx';
import { More } from '../load/more.tsx';
import { usePages } from '../load/use-pages.ts';
import { formats } from '../session/session.ts';
import { groupTimeline } from './group-timeline.ts';
import { productNames } from './product-names.ts';
import { TimelineEntryRow } from './timeline-entry.tsx';

type Kind = TimelineKind | 'all';
const kinds: readonly Kind[] = ['all', 'looked', 'cart', 'orders', 'shown', 'person'];

/** All that this person did and was shown, by day and visit, newest first. */
export function Timeline({ visitor }: { visitor: Visitor }) {
  const t = messages.value.visitor;
  const { day, weekday, clock } = formats.value;
  const [kind, setKind] = useState<Kind>('all');
  const list = usePages(
    async (before) => {
      const { entries, next } = await parseResponse(
        client.visitors[':id'].timeline.$get({
          param: { id: visitor.id },
          query: { ...(before === null ? {} : { before }), ...(kind === 'all' ? {} : { kind }) },
        }),
      );
      return { items: entries, next };
    },
    [visitor.id, kind],
  );
  const names = productNames(visitor, list.items);

  return (
    <Card title={t.timeline}>
      <Choice
        label={t.timelineKind}
        options={kinds.map((value) => ({ value, label: t.timelineKinds[value] }))}
        value={kind}
        onChoose={setKind}
      />
      <Awaited of={list.first} lines={10}>
        {() => (
          <>
            {list.items.length === 0 && <p class="soft">{kind === 'all' ? t.timelineEmpty : t.timelineNone}</p>}
            {groupTimeline(list.items, day).map(({ day: key, visits }) => (
              <section key={key} class="timeline-day">
                <h3>{weekday(visits[0]?.from ?? 0)}</h3>
                {visits.map(({ id, from, to, entries }) => (
                  <div key={id} class="timeline-visit">
                    <p class="soft small numbers">
                      {clock(from) === clock(to) ? clock(from) : `${clock(from)} – ${clock(to)}`}
                      {pagesOf(entries) > 0 && ` · ${t.pages(pagesOf(entries))}`}
                      {companyOf(entries) !== null && ` · ${messages.value.companies.from(companyOf(entries) ?? '')}`}
                    </p>
                    <ol>
                      {entries.map((entry) => (
                        <TimelineEntryRow key={entry.id} entry={entry} names={names} />
                      ))}
                    </ol>
                  </div>
                ))}
              </section>
            ))}
            <More of={list} label={t.earlier} />
          </>
        )}
      </Awaited>
    </Card>
  );
}

/** Where they were in that visit, as far as an address says so. */
function companyOf(entries: readonly { company: string | null }[]): string | null {
  return entries.find(({ company }) => company !== null)?.company ?? null;
}

function pagesOf(entries: readonly { name: string }[]): number {
  return entries.filter(({ name }) => name === 'page_view').length;
}
