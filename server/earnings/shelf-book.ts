import { dayIn } from '../day-in.ts';
import { fromRow, type LogEvent } from '../log/log-event.ts';
import type { Receipt } from '../log/receipt.ts';
import type { SqlValue, Store } from '../store/store.ts';
import { decisionOf, eventOfDecision, type FindDecision, shelfFacts, shelfNames } from './shelf-facts.ts';
import { shelfStatements } from './shelf-statements.ts';

interface ShelfSources {
  store: Pick<Store, 'all' | 'write'>;
  timeZone: string;
  /** ms that somebody who looks at a report waits: a long log, after a new version or an erasing, takes minutes. */
  patience?: number;
  /** Keeps the work apart from what must be alone with the data, as erasing is. */
  together<T>(work: () => Promise<T>): Promise<T>;
}

/** What shelves showed and what became of it, as tables that follow the log. */
export interface ShelfBook {
  /** Brings them up to the end of the log. */
  refresh(): Promise<void>;
  /** The same, but nobody waits for longer than some seconds; how much of the log is in them: 0 to 1. */
  refreshed(): Promise<number>;
  /** Ends what is under way after its step. */
  stop(): Promise<void>;
}

/** Rows of the log that are read together: some ms. */
const stretch = 100;

export function openShelfBook({ store, timeZone, together, patience = 3_000 }: ShelfSources): ShelfBook {
  const dayOf = dayIn(timeZone);
  let refreshing: Promise<void> | null = null;
  let stopped = false;

  /** One transaction: what it adds, and the place up to which it has added. True where more is to come. */
  async function step(): Promise<boolean> {
    const [[mark, newest] = []] = await store.all(places, []);
    const from = Number(mark);
    const upTo = Math.min(Number(newest), from + stretch);
    if (upTo <= from) return false;
    const rows = await store.all(inStretch, [from, upTo, names]);
    const events = rows.map(fromRow);
    const waited = await eventsOf(
      waitingFor,
      events.filter(({ name }) => name === 'decision').map(({ id }) => id),
    );
    const all = [...events, ...waited];
    const facts = shelfFacts(all, await decisionsFor(all), dayOf);
    await store.write([
      { sql: noLonger, params: [JSON.stringify(waited.map(({ id }) => id))] },
      ...shelfStatements(facts),
      { sql: setThrough, params: [upTo] },
    ]);
    return upTo < Number(newest);
  }

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

  async function catchUp(): Promise<void> {
    while (!stopped && (await together(step)));
  }

  function refresh(): Promise<void> {
    refreshing ??= catchUp().finally(() => {
      refreshing = null;
    });
    return refreshing;
  }

  return {
    refresh,
    refreshed: async () => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const enough = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, patience);
      });
      await Promise.race([refresh(), enough]).finally(() => clearTimeout(timer));
      const [[mark, newest] = []] = await store.all(places, []);
      return Number(newest) > 0 ? Math.min(1, Number(mark) / Number(newest)) : 1;
    },
    stop: async () => {
      stopped = true;
      // Whoever asked for it hears of its failure.
      await refreshing?.catch(() => {});
    },
  };
}

const names = JSON.stringify(shelfNames);
const columns = 'SELECT id, visitor, at, name, body FROM log WHERE';
const inStretch = `${columns} seq > ? AND seq <= ? AND name IN (SELECT value FROM json_each(?)) ORDER BY seq`;
const decisionsById = `${columns} id IN (SELECT value FROM json_each(?)) AND name = 'decision'`;
const waitingFor = `${columns} id IN (SELECT event FROM shelf_waiting WHERE decision IN (SELECT value FROM json_each(?))) ORDER BY seq`;
const noLonger = 'DELETE FROM shelf_waiting WHERE event IN (SELECT value FROM json_each(?))';
const places =
  "SELECT coalesce((SELECT through FROM projections WHERE name = 'shelves'), 0), coalesce((SELECT max(seq) FROM log), 0)";
const setThrough =
  "INSERT INTO projections (name, through) VALUES ('shelves', ?) ON CONFLICT (name) DO UPDATE SET through = excluded.through";

/** All that the tables have; they are made anew from the log's beginning. */
export const forgetShelves = [
  'DELETE FROM shelf_days',
  'DELETE FROM shelf_products',
  'DELETE FROM product_looks',
  'DELETE FROM shelf_clicks',
  'DELETE FROM cart_adds',
  'DELETE FROM shelf_draws',
  'DELETE FROM shelf_waiting',
  "DELETE FROM projections WHERE name = 'shelves'",
].map((sql) => ({ sql, params: [] }));
