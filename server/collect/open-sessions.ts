import { fromRow, type LogEvent } from '../log/log-event.ts';
import type { SessionEventKind } from '../predict/session.ts';
import { createSessionChance, type SessionChance } from '../predict/session-chance.ts';
import type { Store } from '../store/store.ts';

/** What pages report of a visit, in the words of the chance to buy. */
const kinds: Readonly<Record<string, SessionEventKind>> = {
  page_view: 'page',
  search: 'search',
  view_search_results: 'search',
  view_item: 'view',
  add_to_cart: 'cart',
  remove_from_cart: 'remove',
  begin_checkout: 'checkout',
  add_shipping_info: 'checkout',
  add_payment_info: 'checkout',
  purchase: 'buy',
};

/** How far back in the log it looks when a shop is opened. */
const lookBack = 50_000;

/** The chance to buy, learned from what the shop's visitors did lately. */
export async function openSessions(store: Pick<Store, 'all'>): Promise<SessionChance> {
  const sessions = createSessionChance();
  const rows = await store.all(
    'SELECT id, visitor, at, name, body FROM log WHERE seq > (SELECT coalesce(max(seq), 0) FROM log) - ? ' +
      "AND name IN (SELECT value FROM json_each(?)) AND body ->> '$.page.id' IS NOT NULL",
    [lookBack, JSON.stringify(Object.keys(kinds))],
  );
  const events = rows.map(fromRow).sort((a, b) => a.at - b.at);
  for (const event of events) followSession(sessions, event);
  return sessions;
}

/** Takes in an event of a page by a visitor who has a profile. */
export function followSession(sessions: SessionChance, { visitor, at, name, page, items = [] }: LogEvent): void {
  const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
  // The shop's own systems are in no session.
  if (kind === undefined || page === undefined || visitor.startsWith('~')) return;
  sessions.observe(visitor, { at, kind, items: items.map(({ id }) => id) });
}
