import './customers.css';
import { parseResponse } from 'hono/client';
import { useLocation } from 'preact-iso/router';
import type { GroupName } from '../../server/customers/groups.ts';
import { client } from '../api/client.ts';
import { Badge } from '../components/badge.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { LinkButton } from '../components/link-button.tsx';
import { Page } from '../components/page.tsx';
import { messages } from '../language/current.ts';
import { Awaited } from '../load/awaited.tsx';
import { More } from '../load/more.tsx';
import { usePages } from '../load/use-pages.ts';
import { VisitorsTable } from '../visitors/visitors-table.tsx';
import { comparedDaysIn } from './compared-days.ts';

/** The people of a group; or those of them who came from another one. The address says which. */
export function GroupPeoplePage() {
  const t = messages.value.customers;
  const { names, meanings } = messages.value.groups;
  const { query } = useLocation();
  const group = groupIn(query.group) ?? 'champions';
  const from = groupIn(query.from);
  const days = comparedDaysIn(query.days);
  const list = usePages(
    async (cursor) => {
      const { visitors, ...rest } = await parseResponse(
        client.customers.people.$get({
          query: { group, days, ...(from && { from }), ...(cursor && { cursor: Number(cursor) }) },
        }),
      );
      return { items: visitors, ...rest };
    },
    [group, from, days],
  );
  const total = list.first.value?.total;
  return (
    <Page
      title={names[group]}
      lead={meanings[group]}
      aside={
        <span class="row">
          {from && <Badge tone="note">{t.movedFrom(names[from], t.daysAgo(Number(days)))}</Badge>}
          <LinkButton look="plain" href="/admin/customers">
            {t.backToGroups}
          </LinkButton>
        </span>
      }
    >
      <Awaited of={list.first} lines={10}>
        {() =>
          list.items.length === 0 ? (
            <EmptyState
              title={t.nobodyTitle}
              text={t.nobodyText}
              action={<LinkButton href="/admin/customers">{t.backToGroups}</LinkButton>}
            />
          ) : (
            <>
              <p class="soft small numbers" role="status">
                {total !== undefined && messages.value.visitors.found(total)}
              </p>
              <VisitorsTable visitors={list.items} />
              <More of={list} />
            </>
          )
        }
      </Awaited>
    </Page>
  );
}

function groupIn(text: string | undefined): GroupName | undefined {
  const known = Object.keys(messages.value.groups.names) as GroupName[];
  return known.find((name) => name === text);
}
