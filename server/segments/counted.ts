import { type CustomerOrder, ordersOf } from '../customers/load-customers.ts';
import { noTurnover, type Turnover, turnovers } from '../orders/read-orders.ts';
import { believed, type SourceRule, staleFrom } from '../profiles/believed.ts';
import { decode } from '../profiles/encode.ts';
import { isUsable } from '../profiles/is-usable.ts';
import { known } from '../profiles/known.ts';
import { merge } from '../profiles/merge.ts';
import type { Profile } from '../profiles/profile.ts';
import type { Shop } from '../shops/table.ts';
import type { Store } from '../store/store.ts';

/** A person as the audience counts them: all their devices as one. */
export interface Counted {
  person: string;
  /** One of the person's visitors. */
  visitor: string;
  profile: Profile;
  /** Verified keys; one may be there more than once. */
  keys: string[];
  /** The merchant's lists that they are in. */
  lists: readonly string[];
  turnover: Turnover;
  /** Those that were not given back whole, oldest first. */
  orders: readonly CustomerOrder[];
  /** Others have told something of them. */
  isTold: boolean;
  /** When something of that grows old; ms since 1970, null for never. */
  staleFrom: number | null;
}

/** A visitor with the keys that are verified. */
export interface Device {
  person: string;
  visitor: string;
  profile: Profile;
  keys: readonly string[];
}

/** Who some visitors are. */
export interface Group {
  devices: Device[];
  /** Without those who refused to be counted. */
  people: Counted[];
  /** Visitor -> as whom they were counted last. */
  before: ReadonlyMap<string, string>;
}

interface Sources extends Pick<Shop, 'currency' | 'timeZone'> {
  store: Pick<Store, 'all'>;
  people: { keysOf(visitors: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> };
  sources: { rules(): readonly SourceRule[] };
  /** ms since 1970. */
  now(): number;
}

/** Everyone whom these visitors are by the file, or were counted as. */
export async function groupOf(touched: readonly string[], sources: Sources): Promise<Group> {
  const { store, people } = sources;
  const counted = await store.all(countedWith, [JSON.stringify(touched)]);
  const before = new Map(counted.map(([visitor, person]) => [String(visitor), String(person)]));
  const visitors = [...new Set([...touched, ...before.keys()])];
  const rows = await store.all(joinedWith, [JSON.stringify(visitors)]);
  const keys = await people.keysOf(rows.map(([, visitor]) => String(visitor)));
  const devices = rows.map(([person, of, body]) => {
    const visitor = String(of);
    const own = keys.get(visitor) ?? [];
    return { person: String(person), visitor, profile: known(decode(String(body)), own), keys: own };
  });
  return { devices, people: await merged(devices, sources), before };
}

/** The merchant's lists in which these keys are. */
export const listsOf = 'SELECT key, list FROM list_members WHERE key IN (SELECT value FROM json_each(?)) ORDER BY list';

async function merged(devices: readonly Device[], { store, sources, now, ...shop }: Sources): Promise<Counted[]> {
  const usable = devices.filter(({ profile }) => isUsable(profile));
  const personBy = new Map(usable.map(({ visitor, person }) => [visitor, person]));
  const bought = await turnovers([...personBy.keys()], (visitor) => personBy.get(visitor) ?? visitor, store);
  const orders = await ordersOf([...personBy.keys()], store, shop);
  const made = new Map<string, Counted>();
  for (const { person, visitor, profile, keys } of usable) {
    const others = made.get(person);
    if (others) {
      others.profile = merge(others.profile, profile);
      others.keys.push(...keys);
      others.orders = byTime([...others.orders, ...(orders.get(visitor) ?? [])]);
    } else
      made.set(person, {
        ...{ person, visitor, profile, keys: [...keys], lists: [] },
        turnover: bought.get(person) ?? noTurnover,
        orders: orders.get(visitor) ?? [],
        ...{ isTold: false, staleFrom: null },
      });
  }
  // Somebody of whom others tell something, and who never came, is nobody yet.
  const people = [...made.values()].filter(({ profile }) => profile.lastSeen > 0);
  const [rules, at] = [sources.rules(), now()];
  for (const one of people) {
    one.isTold = one.profile.facts.size > 0;
    one.staleFrom = staleFrom(one.profile, rules, at);
    one.profile = believed(one.profile, rules, at);
  }
  await putIntoLists(people, store);
  return people;
}

/** Of several devices: those of one of them are in their order already. */
export function byTime(orders: readonly CustomerOrder[]): CustomerOrder[] {
  return [...orders].sort((a, b) => a.at - b.at);
}

async function putIntoLists(people: readonly Counted[], store: Pick<Store, 'all'>): Promise<void> {
  const keys = [...new Set(people.flatMap((one) => one.keys))];
  const rows = await store.all(listsOf, [JSON.stringify(keys)]);
  const lists = new Map<string, string[]>();
  for (const [key, list] of rows) lists.set(String(key), [...(lists.get(String(key)) ?? []), String(list)]);
  for (const one of people)
    if (rows.length > 0) one.lists = [...new Set(one.keys.flatMap((key) => lists.get(key) ?? []))].sort();
}

/** Who was counted together with these visitors. */
const countedWith =
  'SELECT visitor, person FROM audience_visitors WHERE person IN ' +
  '(SELECT person FROM audience_visitors WHERE visitor IN (SELECT value FROM json_each(?)))';

/** Everyone whom profiles join with these visitors now. */
const joinedWith =
  'SELECT person, visitor, body FROM profiles WHERE person IN ' +
  '(SELECT person FROM profiles WHERE visitor IN (SELECT value FROM json_each(?))) ORDER BY person, visitor';
