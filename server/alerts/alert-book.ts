import { type Follower, followLog, forget } from '../log/follow-log.ts';
import type { LogEvent } from '../log/log-event.ts';
import { alertTopic } from '../outbox/topic.ts';
import type { Statement, Store } from '../store/store.ts';

interface AlertSources {
  store: Pick<Store, 'all' | 'write'>;
  /** Writes who is whom, as far as that is only in memory. */
  save(): Promise<void>;
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
  waiting(product: string): Promise<Waiting>;
  /** The products that most people wait for. */
  mostWaited(): Promise<({ product: string } & Waiting)[]>;
}

/** People who want to hear that it costs less, or is there again. */
export interface Waiting {
  price: number;
  stock: number;
}

/** Products of the list. */
const most = 50;

export async function openAlerts({ store, save, together }: AlertSources): Promise<AlertBook> {
  let canMail = await hasEndpoint(store);
  let version = 0;
  const follower = followLog({
    ...{ store, together, projection, names: ['product_alert', 'product_alert_met'] },
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
      await save();
      await follower.refreshed();
      const [[, price = 0, stock = 0] = []] = await store.all(counted('WHERE product = ?'), [product]);
      return { price: Number(price), stock: Number(stock) };
    },
    mostWaited: async () => {
      await save();
      await follower.refreshed();
      const rows = await store.all(`${counted('')} ORDER BY count(*) DESC, product LIMIT ?`, [most]);
      return rows.map(([product, price, stock]) => ({
        ...{ product: String(product), price: Number(price), stock: Number(stock) },
      }));
    },
  };
}

const projection = 'alerts';

/** All that the table has; it is made anew from the log's beginning. */
export const forgetAlerts = forget(projection, ['alerts']);

function statementsOf({ id, visitor, at, alert, page }: LogEvent): Statement[] {
  if (!alert) return [];
  const { product, of, on, price = null, currency = null, email = null, agreed = null } = alert;
  // Taken back on one device it is taken back on all of them.
  if (!on) return [{ sql: takenBack, params: [product, of, visitor] }];
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

const takenBack =
  'DELETE FROM alerts WHERE product = ?1 AND of = ?2 AND (visitor = ?3 OR visitor IN (SELECT other.visitor FROM profiles ' +
  'JOIN profiles AS other ON other.person = profiles.person WHERE profiles.visitor = ?3))';

const peopleWho = (of: string) =>
  `count(DISTINCT CASE WHEN of = '${of}' THEN coalesce(profiles.person, alerts.visitor) END)`;

const counted = (which: string) =>
  `SELECT product, ${peopleWho('price')}, ${peopleWho('stock')} FROM alerts ` +
  `LEFT JOIN profiles ON profiles.visitor = alerts.visitor ${which} GROUP BY product`;

async function hasEndpoint(store: Pick<Store, 'all'>): Promise<boolean> {
  const rows = await store.all('SELECT 1 FROM endpoints WHERE segment = ? AND off_at IS NULL LIMIT 1', [alertTopic]);
  return rows.length > 0;
}
