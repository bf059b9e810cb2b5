import './visitors.css';
import { parseResponse } from 'hono/client';
import { useLocation } from 'preact-iso/router';
import { client } from '../api/client.ts';
import { EmptyState } from '../components/empty-state.tsx';
import { LinkButton } from '../components/link-button.tsx';
import { Page } from '../components/page.tsx';
import { ZoneNote } from '../components/zone-note.tsx';
import { messages } from '../language/current.ts';
import { Awaited } from '../load/awaited.tsx';
import { More } from '../load/more.tsx';
import { usePages } from '../load/use-pages.ts';
import { SegmentChip } from '../segments/segment-chip.tsx';
import { SearchBox } from './search-box.tsx';
import { VisitorsTable } from './visitors-table.tsx';

/** Everyone the shop has met, found by name, customer number or id. The address holds the search. */
export function VisitorsPage() {
  const t = messages.value.visitors;
  const { query } = useLocation();
  const q = query.q ?? '';
  const segment = query.segment;
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
              <p class="soft small numbers" role="status">
                {total !== undefined && (more ? t.foundMore(total) : t.found(total))}
              </p>
              <VisitorsTable visitors={list.items} />
              <More of={list} />
              <ZoneNote />
            </>
          )
        }
      </Awaited>
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
