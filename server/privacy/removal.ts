import { asideNames, fromRow, type LogEvent } from '../log/log-event.ts';
import { decodeOrder, type Order } from '../orders/order.ts';
import { fold } from '../profiles/fold.ts';
import { emptyProfile, type Profile } from '../profiles/profile.ts';
import type { Store } from '../store/store.ts';
import { anonymousEvent, anonymousOrder } from './anonymous.ts';
import type { Whose } from './whose.ts';
import { withoutKeys } from './without-keys.ts';

/** What must happen to a shop's file so that a person is no longer in it. */
export interface Removal {
  whose: Whose;
  /** How many events go, and those of which something stays. */
  events: number;
  anonymous: readonly LogEvent[];
  /** Events of others that spoke of this person, as they are without; null for those that go. */
  others: ReadonlyMap<string, LogEvent | null>;
  /** Profiles of these others, made anew; null for those of whom nothing is known any more. */
  profiles: ReadonlyMap<string, Profile | null>;
  orders: ReadonlyMap<string, Order>;
}

type Reader = Pick<Store, 'all'>;

/** Reads what is concerned. Nothing may be recorded between this and its end. */
export async function removalOf(whose: Whose, store: Reader): Promise<Removal> {
  const own = await eventsOf(whose.visitors, store);
  const anonymous = own.flatMap((event) => anonymousEvent(event) ?? []);
  const keys = new Set(whose.keys);
  const spoke = await eventsWith(whose, store);
  const others = new Map(spoke.map((event) => [event.id, withoutKeys(event, keys)]));
  const profiles = new Map<string, Profile | null>();
  for (const visitor of new Set(spoke.map((event) => event.visitor))) {
    const events = await eventsOf([visitor], store);
    profiles.set(visitor, profileOf(events.flatMap((event) => withOther(event, others))));
  }
  return {
    whose,
    events: own.length - anonymous.length,
    anonymous,
    others,
    profiles,
    orders: await ordersOf(anonymous, store),
  };
}

/** All events of these visitors, oldest first. */
export async function eventsOf(visitors: readonly string[], store: Reader): Promise<LogEvent[]> {
  const rows = await store.all(
    'SELECT id, visitor, at, name, body FROM log WHERE visitor IN (SELECT value FROM json_each(?)) ORDER BY at, seq',
    [JSON.stringify(visitors)],
  );
  return rows.map(fromRow);
}

/** Events of others with a key of this person: of visitors who were joined to them once. */
async function eventsWith({ visitors, keys }: Whose, store: Reader): Promise<LogEvent[]> {
  const rows = await store.all(
    'SELECT id, visitor, at, name, body FROM log WHERE id IN (SELECT event FROM identities WHERE key IN ' +
      '(SELECT value FROM json_each(?)) AND visitor NOT IN (SELECT value FROM json_each(?))) ORDER BY at, seq',
    [JSON.stringify(keys), JSON.stringify(visitors)],
  );
  return rows.map(fromRow);
}

function withOther(event: LogEvent, others: Removal['others']): LogEvent[] {
  const other = others.get(event.id);
  if (other === undefined) return [event];
  return other === null ? [] : [other];
}

function profileOf(events: readonly LogEvent[]): Profile | null {
  const folded = events.filter(({ name }) => !asideNames.has(name));
  if (folded.length === 0) return null;
  const profile = emptyProfile();
  for (const event of folded) fold(profile, event);
  return profile;
}

async function ordersOf(anonymous: readonly LogEvent[], store: Reader): Promise<Map<string, Order>> {
  const ids = new Set(anonymous.map(({ id }) => id));
  const numbers = [...new Set(anonymous.flatMap(({ order }) => order ?? []))];
  const rows = await store.all('SELECT id, body FROM orders WHERE id IN (SELECT value FROM json_each(?))', [
    JSON.stringify(numbers),
  ]);
  return new Map(rows.map(([id, body]) => [String(id), anonymousOrder(decodeOrder(String(body)), ids)]));
}
