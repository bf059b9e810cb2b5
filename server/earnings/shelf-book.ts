import { dayIn } from '../day-in.ts';
import { type Follower, followLog, forget } from '../log/follow-log.ts';
import { fromRow, type LogEvent } from '../log/log-event.ts';
import type { Receipt } from '../log/receipt.ts';
import type { SqlValue, Store } from '../store/store.ts';
import { decisionOf, eventOfDecision, type FindDecision, shelfFacts, shelfNames } from './shelf-facts.ts';
import { shelfStatements } from './shelf-statements.ts';

interface ShelfSources {
  store: Pick<Store, 'all' | 'write'>;
  timeZone: string;
  /** See `followLog`. */
  patience?: number;
  together<T>(work: () => Promise<T>): Promise<T>;
}

/** What shelves showed and what became of it, as tables that follow the log. */
export type ShelfBook = Follower;

export function openShelfBook({ store, timeZone, ...further }: ShelfSources): ShelfBook {
  const dayOf = dayIn(timeZone);

  /** Of the whole log: one that comes later in it is there all the same. */
  async function decisionsFor(events: readonly LogEvent[]): Promise<FindDecision> {
    const receipts = new Map<string, Receipt>();
    const named = new Set<string>();
    for (const event of events) {
      for (const receipt of event.receipts ?? []) receipts.set(receipt.id, receipt);
      if (event.name === 'slot_view' || event.name === 'slot_click')
        named.add(eventOfDecision(decisionOf(event) ?? ''));
    }
    for (const { id } of events) named.delete(id);
    for (const { receipts: further = [] } of await eventsOf(decisionsById, [...named]))
      for (const receipt of further) receipts.set(receipt.id, receipt);
    return (id) => receipts.get(id) ?? 'none';
  }

  async function eventsOf(sql: string, ids: readonly string[]): Promise<LogEvent[]> {
    if (ids.length === 0) return [];
    const rows: SqlValue[][] = await store.all(sql, [JSON.stringify(ids)]);
    return rows.map(fromRow);
  }

  return followLog({
    ...{ store, ...further, projection, names: shelfNames },
    statementsOf: async (events) => {
      const waited = await eventsOf(
        waitingFor,
        events.filter(({ name }) => name === 'decision').map(({ id }) => id),
      );
      const all = [...events, ...waited];
      const facts = shelfFacts(all, await decisionsFor(all), dayOf);
      return [{ sql: noLonger, params: [JSON.stringify(waited.map(({ id }) => id))] }, ...shelfStatements(facts)];
    },
  });
}

const projection = 'shelves';
const columns = 'SELECT id, visitor, at, name, body FROM log WHERE';
const decisionsById = `${columns} id IN (SELECT value FROM json_each(?)) AND name = 'decision'`;
const waitingFor = `${columns} id IN (SELECT event FROM shelf_waiting WHERE decision IN (SELECT value FROM json_each(?))) ORDER BY seq`;
const noLonger = 'DELETE FROM shelf_waiting WHERE event IN (SELECT value FROM json_each(?))';

/** All that the tables have; they are made anew from the log's beginning. */
export const forgetShelves = forget(projection, [
  ...['shelf_days', 'shelf_products', 'product_looks', 'shelf_clicks', 'cart_adds', 'shelf_draws', 'shelf_waiting'],
]);
