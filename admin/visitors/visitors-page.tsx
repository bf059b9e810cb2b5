import './visitors.css';
import { parseResponse } from 'hono/client';
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { client } from '../api/client.ts';
import { Button } from '../components/button.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { LinkButton } from '../components/link-button.tsx';
import { Page } from '../components/page.tsx';
import { ZoneNote } from '../components/zone-note.tsx';
import { messages } from '../language/current.ts';
import { Awaited } from '../load/awaited.tsx';
import { More } from '../load/more.tsx';
import { usePages } from '../load/use-pages.ts';
import { SegmentChip } from '../segments/segment-chip.tsx';
import { PickedBar } from './picked-bar.tsx';
import { SearchBox } from './search-box.tsx';
import { VisitorsTable } from './visitors-table.tsx';

/** Everyone the shop has met, found by name, customer number or id. The address holds the search. */
export function VisitorsPage() {
  const t = messages.value.visitors;
  const { query } = useLocation();
  const q = query.q ?? '';
  const segment = query.segment;
  // They stay picked while one searches for others.
  const [picked, setPicked] = useState<ReadonlySet<string> | null>(query.pick === undefined ? null : new Set());
  function pick(named: string, isPicked: boolean): void {
    setPicked((before) => new Set([...(before ?? [])].filter((one) => one !== named).concat(isPicked ? named : [])));
  }
  const list = usePages(
    async (cursor) => {
      const at = cursor === null ? {} : { cursor };
      const { visitors, ...rest } = segment
        ? await parseResponse(client.segments[':id'].members.$get({ param: { id: segment }, query: at }))
        : await parseResponse(client.visitors.$get({ query: { ...(q && { q }), ...at } }));
      return { items: visitors, ...rest };
    },
    [q, segment],
  );
  const { total, more } = list.first.value ?? {};

  return (
    <Page title={t.title} lead={t.lead}>
      {segment ? <SegmentChip id={segment} /> : <SearchBox q={q} />}
      <Awaited of={list.first} lines={10}>
        {() =>
          list.items.length === 0 ? (
            <NoVisitors q={q} />
          ) : (
            <>
              <div class="apart">
                <p class="soft small numbers" role="status">
                  {total !== undefined && (more ? t.foundMore(total) : t.found(total))}
                </p>
                {!picked && <Button onPress={() => setPicked(new Set())}>{t.pickStart}</Button>}
              </div>
              <VisitorsTable visitors={list.items} picked={picked} onPick={pick} />
              <More of={list} />
              <ZoneNote />
            </>
          )
        }
      </Awaited>
      {picked && <PickedBar picked={picked} onEnd={() => setPicked(null)} />}
    </Page>
  );
}

function NoVisitors({ q }: { q: string }) {
  const t = messages.value.visitors;
  if (q) {
    const action = <LinkButton href="/admin/visitors">{t.noneFoundAction}</LinkButton>;
    return <EmptyState title={t.noneFoundTitle(q)} text={t.noneFoundText} action={action} />;
  }
  const action = <LinkButton href="/admin/install">{messages.value.live.neverAction}</LinkButton>;
  return <EmptyState title={t.emptyTitle} text={t.emptyText} action={action} />;
}
