import type { Standing } from '../campaigns/belongs.ts';
import type { OpenShop } from '../collect/open-shop.ts';
import { drawnBy, usablePerson } from '../collect/person.ts';
import { noStanding } from '../collect/standing-of.ts';
import { asideNames, fromRow, type LogEvent } from '../log/log-event.ts';
import type { Profile } from '../profiles/profile.ts';
import { inSlices } from '../profit/in-slices.ts';
import { standingThen } from './standing-then.ts';

/** Some people of the past, in a stable order. */
export interface Part<T> {
  people: T[];
  /** Where to go on; null at the end. */
  next: string | null;
}

/** Somebody whose past may be gone through. */
export interface Past {
  visitor: string;
  /** By what it is drawn what they see. */
  name: string;
  /** Verified keys. */
  keys: readonly string[];
  /** What they did, oldest first; of much, the newest. */
  events: readonly LogEvent[];
  standing(at: number): Standing;
}

interface Asked {
  /** Only who was here since; ms since 1970. */
  seenSince: number;
  /** The person before; the empty text for the first. */
  after: string;
  isWanted?(profile: Profile): boolean;
}

/** People of one part; and of what somebody did, the newest so many events. */
const part = 50;
const remembered = 1_000;

/** Goes through the past of some people, without those who refused to be counted; whom `walk` makes nothing of is left out. */
export async function goThrough<T>(
  { seenSince, after, isWanted = () => true }: Asked,
  walk: (past: Past) => Generator<void, T | null>,
  shop: OpenShop,
): Promise<Part<T>> {
  const rows = await shop.store.all(peopleSince, [after, seenSince, part]);
  const people: T[] = [];
  for (const [, visitor] of rows) {
    const past = await pastOf(String(visitor), isWanted, shop);
    const one = past && (await inSlices(walk(past)));
    if (one) people.push(one);
  }
  return { people, next: rows.length < part ? null : String(rows.at(-1)?.[0]) };
}

/** Each person by one of the devices that were here since; in the order of an index, so that a part costs what its people cost. */
const peopleSince =
  'SELECT person, min(visitor) FROM profiles WHERE person > ? AND last_seen >= ? GROUP BY person ORDER BY person LIMIT ?';

const doneBy =
  'SELECT id, visitor, at, name, body FROM log WHERE visitor IN (SELECT value FROM json_each(?)) ' +
  'AND name NOT IN (SELECT value FROM json_each(?)) ORDER BY at DESC, seq DESC LIMIT ?';

async function pastOf(visitor: string, isWanted: (profile: Profile) => boolean, shop: OpenShop): Promise<Past | null> {
  const person = await usablePerson(visitor, shop);
  if (!person || !isWanted(person.profile)) return null;
  const { visitors, profile } = person;
  const rows = await shop.store.all(doneBy, [JSON.stringify(visitors), JSON.stringify([...asideNames]), remembered]);
  const keys = [...(await shop.people.keysOf(visitors)).values()].flat();
  return {
    ...{ visitor, keys },
    name: await drawnBy(visitor, shop),
    events: rows.reverse().map(fromRow),
    standing: profile.keyed || profile.bought.size > 0 ? await standingThen(visitors, keys, shop) : () => noStanding,
  };
}
