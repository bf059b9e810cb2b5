import { type LogEvent, quietNames } from '../log/log-event.ts';
import type { Statement, Store } from '../store/store.ts';
import { decodeOrder, emptyOrder, encodeOrder, foldReport, mergeOrders, type Order } from './order.ts';
import { orderState } from './order-state.ts';

/** All orders of the shop: what was reported since the last save is here, the rest in the file. */
export interface OrderBook {
  /** Takes an event that is a report of an order. */
  add(event: LogEvent): void;
  /** Which of these orders have been placed already, as far as anyone has reported. */
  placed(ids: readonly string[]): Promise<Set<string>>;
  /** How many have changes that the file does not have. */
  readonly unsavedCount: number;
  /** Brings in what the file knows of these, until `isSettled`. */
  settle(): Promise<void>;
  isSettled(): boolean;
  /** The statements that keep these changes; call `saved` when they are durable, or `failed` when they are not. */
  unsaved(): { ids: readonly string[]; statements: Statement[]; saved(): void; failed(): void };
}

/** The names of events that report an order. */
export const orderReports: ReadonlySet<string> = new Set(['purchase', 'refund', 'order_status', ...quietNames]);

export function createOrderBook(store: Pick<Store, 'all'>): OrderBook {
  let changed = new Map<string, Order>();
  let saving = new Map<string, Order>();
  let stored = new Map<string, Order>();

  const missing = () => [...changed.keys()].filter((id) => !stored.has(id));

  return {
    add: (event) => {
      if (event.order === undefined || !orderReports.has(event.name)) return;
      const order = changed.get(event.order) ?? emptyOrder();
      foldReport(order, event);
      changed.set(event.order, order);
    },
    placed: async (ids) => {
      if (ids.length === 0) return new Set();
      const rows = await store.all(
        'SELECT id FROM orders WHERE id IN (SELECT value FROM json_each(?)) AND gross IS NOT NULL',
        [JSON.stringify(ids)],
      );
      const isPlaced = (order: Order | undefined) => Boolean(order?.browser ?? order?.server);
      const waiting = ids.filter((id) => isPlaced(changed.get(id)) || isPlaced(saving.get(id)));
      return new Set([...rows.map(([id]) => String(id)), ...waiting]);
    },
    get unsavedCount() {
      return changed.size;
    },
    settle: async () => {
      const ids = missing();
      if (ids.length === 0) return;
      const rows = await store.all('SELECT id, body FROM orders WHERE id IN (SELECT value FROM json_each(?))', [
        JSON.stringify(ids),
      ]);
      for (const id of ids) stored.set(id, emptyOrder());
      for (const [id, body] of rows) stored.set(String(id), decodeOrder(String(body)));
    },
    isSettled: () => missing().length === 0,
    unsaved: () => {
      saving = changed;
      changed = new Map();
      const rows = [...saving].map(([id, order]) => orderRow(id, mergeOrders(stored.get(id) ?? emptyOrder(), order)));
      stored = new Map();
      return {
        ids: [...saving.keys()],
        statements: rows.length === 0 ? [] : [{ sql: upsertOrders, params: [JSON.stringify(rows)] }],
        saved: () => {
          saving = new Map();
        },
        failed: () => {
          for (const [id, order] of saving) changed.set(id, mergeOrders(order, changed.get(id) ?? emptyOrder()));
          saving = new Map();
        },
      };
    },
  };
}

/** The row of `upsertOrders`. */
export function orderRow(id: string, order: Order): unknown[] {
  const { visitor, at, status, currency, gross, refunded } = orderState(order);
  return [id, visitor, at, status, currency, gross, refunded, encodeOrder(order)];
}

export const upsertOrders =
  'INSERT INTO orders (id, visitor, at, status, currency, gross, refunded, body) ' +
  'SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7 ' +
  'FROM json_each(?) WHERE true ' +
  'ON CONFLICT (id) DO UPDATE SET visitor = excluded.visitor, at = excluded.at, status = excluded.status, ' +
  'currency = excluded.currency, gross = excluded.gross, refunded = excluded.refunded, body = excluded.body';
