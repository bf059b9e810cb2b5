import { type Follower, followLog, forget } from '../log/follow-log.ts';
import type { LogEvent } from '../log/log-event.ts';
import type { Statement, Store } from '../store/store.ts';
import { alertTopic } from '../outbox/topic.ts';

interface AlertSources {
  store: Pick<Store, 'all' | 'write'>;
  together<T>(work: () => Promise<T>): Promise<T>;
}

/** Who waits to be told of products, as a table that follows the log. */
export interface AlertBook extends Follower {
  /** Somebody's system is told, so that a letter can be written: only then an address is asked for. */
  readonly canMail: boolean;
  /** Looks again whether it is. */
  readEndpoints(): Promise<void>;
  /** Grows with each wish. */
  readonly version: number;
  /** How many wait for a product. */
  waiting(product: string): Promise<{ price: number; stock: number }>;
}

export async function openAlerts({ store, together }: AlertSources): Promise<AlertBook> {
  let canMail = await hasEndpoint(store);
  let version = 0;
  const follower = followLog({
    ...{ store, together, projection, names: ['alert', 'alert_met'] },
    statementsOf: (events) => {
      if (events.length > 0) version++;
      return events.flatMap(statementsOf);
    },
  });
  return {
    ...follower,
    get canMail() {
      return canMail;
    },
    get version() {
      return version;
    },
    readEndpoints: async () => {
      canMail = await hasEndpoint(store);
    },
    waiting: async (product) => {
      await follower.refreshed();
      const rows = await store.all(countSql, [product]);
      const counts = new Map(rows.map(([of, count]) => [String(of), Number(count)]));
      return { price: counts.get('price') ?? 0, stock: counts.get('stock') ?? 0 };
    },
  };
}

const projection = 'alerts';

/** All that the table has; it is made anew from the log's beginning. */
export const forgetAlerts = forget(projection, ['alerts']);

function statementsOf({ id, visitor, at, alert, page }: LogEvent): Statement[] {
  if (!alert) return [];
  const { product, of, on, price = null, currency = null, email = null, agreed = null } = alert;
  if (!on) return [{ sql: 'DELETE FROM alerts WHERE product = ? AND of = ? AND visitor = ?', params: [product, of, visitor] }];
  return [
    {
      sql:
        'INSERT INTO alerts (product, of, visitor, event, at, price, currency, email, agreed, language) ' +
        'VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (product, of, visitor) DO UPDATE SET event = excluded.event, ' +
        'at = excluded.at, price = excluded.price, currency = excluded.currency, email = coalesce(excluded.email, email), ' +
        'agreed = coalesce(excluded.agreed, agreed), language = excluded.language',
      params: [product, of, visitor, id, at, price, currency, email, agreed, page?.language ?? null],
    },
  ];
}

const countSql =
  'SELECT of, count(DISTINCT coalesce(profiles.person, alerts.visitor)) FROM alerts ' +
  'LEFT JOIN profiles ON profiles.visitor = alerts.visitor WHERE product = ? GROUP BY of';

async function hasEndpoint(store: Pick<Store, 'all'>): Promise<boolean> {
  const rows = await store.all('SELECT 1 FROM endpoints WHERE segment = ? AND off_at IS NULL LIMIT 1', [alertTopic]);
  return rows.length > 0;
}
