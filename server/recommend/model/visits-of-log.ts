import type { GiftWord, LogEvent } from '../../log/log-event.ts';
import type { Store } from '../../store/store.ts';
import type { Lookers, Purpose } from './lookers.ts';
import type { Visits } from './visits.ts';
import { type Watching, watchedFor } from './watching.ts';

/** What says that somebody took an interest in a product, has lost it, or has ordered. */
const signs = {
  view_item: 'look',
  add_to_cart: 'look',
  remove_from_cart: 'drop',
  purchase: 'buy',
  gift: 'turn',
} as const;
const page = 5_000;

/** The newest events, among which those are that tell who looks at what just now. */
const newest = 50_000;

/** What is made of the log. */
export interface Followed extends Pick<Visits, 'drop'> {
  look(visitor: string, product: string, at: number, purpose?: Purpose): void;
  /** Somebody ordered, whoever tells of it and however often; what was ordered it does not say. */
  buy: Lookers['buy'];
  /** What this visitor's visit had been about was for that. */
  turn(visitor: string, products: readonly string[], purpose: Purpose): void;
}

type Said = Pick<LogEvent, 'id' | 'visitor' | 'at' | 'name' | 'order' | 'forAnother'> & {
  items?: readonly { id: string }[];
  gift?: Pick<GiftWord, 'on' | 'products'>;
};

/** Takes an event in, if anything is made of such ones. */
export function followEvent(
  followed: Followed,
  { id, visitor, at, name, order = id, items = [], forAnother, gift }: Said,
): void {
  // Who allowed nothing is counted under a name that begins so, and nothing is learned from them.
  if (!isSign(name) || visitor.startsWith('~')) return;
  const purpose = forAnother ? 'gift' : 'own';
  if (signs[name] === 'turn') {
    if (gift) followed.turn(visitor, gift.products, gift.on ? 'gift' : 'own');
  } else if (signs[name] === 'buy') followed.buy(visitor, order, at, purpose);
  else
    for (const { id: product } of items) {
      if (signs[name] === 'look') followed.look(visitor, product, at, purpose);
      else followed.drop(visitor, product);
    }
}

/** Visits, and what was looked at before an order; `sessionOf`: which session an order is, as far as that is known. */
export function followedBy(
  visits: Visits,
  lookers: Lookers,
  sessionOf: (order: string) => number = () => -1,
): Followed {
  return {
    look: (visitor, product, at, purpose) => {
      visits.look(visitor, product, at);
      const item = visits.numbers.find(product);
      if (item >= 0) lookers.look(visitor, item, at, purpose);
    },
    drop: visits.drop,
    turn: (visitor, products, purpose) => lookers.turn(visitor, products.map(visits.numbers.find), purpose),
    buy: (visitor, order, at, purpose) => {
      lookers.buy(visitor, order, at, purpose);
      lookers.settle(order, sessionOf(order));
    },
  };
}

function isSign(name: string): name is keyof typeof signs {
  return Object.hasOwn(signs, name);
}

/** Follows the log behind a place in it; returns the place up to which it has come. */
export async function followLog(store: Pick<Store, 'all'>, from: number, followed: Followed): Promise<number> {
  for (let through = from; ; ) {
    const rows = await store.all(
      `SELECT seq, ${said} FROM log ` +
        'WHERE seq > ? AND name IN (SELECT value FROM json_each(?)) ORDER BY seq LIMIT ?',
      [through, JSON.stringify(Object.keys(signs)), page],
    );
    for (const [, ...said] of rows) followEvent(followed, saidOf(said));
    const last = rows.at(-1);
    if (!last) return through;
    through = Number(last[0]);
  }
}

/** Follows what was looked at in the minutes before `now`, ms since 1970. */
export async function followWatching(store: Pick<Store, 'all'>, now: number, watching: Watching): Promise<void> {
  const rows = await store.all(
    `SELECT ${said} FROM log WHERE seq > (SELECT max(seq) FROM log) - ? ` +
      'AND at > ? AND name IN (SELECT value FROM json_each(?))',
    [newest, now - watchedFor * 60_000, JSON.stringify(Object.keys(signs))],
  );
  for (const row of rows)
    followEvent({ look: watching.look, drop: () => {}, buy: () => {}, turn: () => {} }, saidOf(row));
}

const said =
  "id, visitor, at, name, body ->> '$.order', body ->> '$.items', body ->> '$.forAnother', body ->> '$.gift'";

function saidOf([id, visitor, at, name, order, items, forAnother, gift]: readonly unknown[]): Said {
  return {
    ...{ id: String(id), visitor: String(visitor), at: Number(at), name: String(name) },
    ...(order === null ? {} : { order: String(order) }),
    ...(forAnother === null ? {} : { forAnother: true }),
    ...(gift === null ? {} : { gift: JSON.parse(String(gift)) as GiftWord }),
    items: JSON.parse(String(items ?? '[]')) as { id: string }[],
  };
}
