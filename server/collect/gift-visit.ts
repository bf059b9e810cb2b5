import { fromRow, type GiftWord, type LogEvent } from '../log/log-event.ts';
import { giftWordAt, saidOfLikings, turnGift } from '../profiles/gift.ts';
import { dimensions, telling } from '../profiles/interest.ts';
import { isUsable } from '../profiles/is-usable.ts';
import { addAll, addCount } from '../profiles/lattice.ts';
import type { Profile } from '../profiles/profile.ts';
import { visitsOf } from '../profiles/read.ts';
import { timesOf, unlikeness } from '../profiles/unlikeness.ts';
import { usualShares } from '../recommend/model/usual-shares.ts';
import type { Store } from '../store/store.ts';
import type { OpenShop } from './open-shop.ts';
import { personOf } from './person.ts';

type Fact = Omit<LogEvent, 'visitor'>;

/** A hundred to one. */
const threshold = Math.log(100);
/** With less on either side nothing is said: products of this visit, and earlier visits and what they did in them. */
const enough = { products: 4, visits: 2, times: 20 };
/** A visit is not longer than this. */
const mostEvents = 500;

/** What is done for somebody else says so, and a word about that says what it changes of the visit before it. */
export async function withGifts(
  facts: readonly Fact[],
  visitor: string,
  profile: Profile,
  { store }: Pick<OpenShop, 'store'>,
): Promise<Fact[]> {
  const [first] = facts;
  let isGift = first !== undefined && giftWordAt(profile, first.at)?.on === true;
  const stamped = (fact: Fact): Fact => (isGift && fact.items ? { ...fact, forAnother: true } : fact);
  if (!facts.some(({ gift }) => gift)) return facts.map(stamped);
  const visit: Fact[] = first ? await visitEvents(store, visitor, visitStart(profile, first.at)) : [];
  const said: Fact[] = [];
  for (const fact of facts) {
    const next = fact.gift ? { ...fact, gift: { ...fact.gift, ...turnGift(visit, fact.gift.on) } } : stamped(fact);
    if (fact.gift) isGift = fact.gift.on;
    visit.push(next);
    said.push(next);
  }
  return said;
}

/**
 * Writes down that this visit is for somebody else, where it is unlike what they like by far and they have not said a word about
 * it themselves. Whoever comes back to the same has come to like it. `now` in ms.
 */
export async function noticeGift(visitor: string, open: OpenShop, now: number): Promise<void> {
  const { profiles, catalog, model, store } = open;
  await profiles.hold([visitor]);
  const own = profiles.of(visitor);
  profiles.release([visitor]);
  const word = giftWordAt(own, now);
  if (word?.on) return takeBackRest(visitor, own, word, open, now);
  if (word || visitsOf(own).length === 0) return;
  const person = await personOf(visitor, open, isUsable);
  if (visitsOf(person).length <= enough.visits) return;
  const from = visitStart(own, now);
  const visit = await visitEvents(store, visitor, from);
  const looked = visit.flatMap(({ name, items = [] }) => (name === 'view_item' ? items : []));
  const products = [...new Map(looked.map((item) => [item.id, item])).values()].filter(({ category }) => category);
  if (products.length < enough.products) return;
  const before = {
    categories: new Map(person.categories),
    brands: new Map(person.brands),
    bands: new Map(person.bands),
  };
  const said = saidOfLikings(visit);
  for (const dimension of dimensions)
    addAll(before[dimension], said[dimension], (into, key, count) => addCount(into, key, -count));
  const times = [...timesOf(before, 'categories').values()].reduce((sum, one) => sum + one, 0);
  if (times < enough.times) return;
  const odds = unlikeness(products, before, usualShares(catalog, model.looks));
  if (odds < threshold) return;
  const given = new Set([...person.gifts.keys()].map((id) => catalog.get(id)?.category));
  if (products.some(({ category }) => given.has(category))) return;
  const gift = { on: true, by: 'likelihood' as const, odds: Math.round(odds * 10) / 10, ...turnGift(visit, true) };
  await open.record([{ id: `gift:${visitor}:${from}`, visitor, at: now, name: 'gift', gift }]);
}

/** What was told in the very moment in which the visit was said to be for somebody else, by another page of theirs. */
async function takeBackRest(
  visitor: string,
  own: Profile,
  { by }: Pick<GiftWord, 'by'>,
  { store, record }: OpenShop,
  now: number,
): Promise<void> {
  const visit = await visitEvents(store, visitor, visitStart(own, now));
  const rest = turnGift(visit, true);
  if (Object.keys(rest.tally).length === 0) return;
  const last = visit.length;
  await record([
    {
      id: `gift:${visitor}:${now}.${last}`,
      visitor,
      at: now,
      name: 'gift',
      gift: { on: true, by, isRest: true, ...rest },
    },
  ]);
}

/** ms since 1970. */
function visitStart(profile: Profile, now: number): number {
  const [visit] = visitsOf(profile);
  return visit && now - visit.to < 1_800_000 ? visit.from : now;
}

async function visitEvents(store: Pick<Store, 'all'>, visitor: string, from: number): Promise<Fact[]> {
  const rows = await store.all(
    'SELECT id, visitor, at, name, body FROM log WHERE visitor = ? AND at >= ? ' +
      'AND name IN (SELECT value FROM json_each(?)) ORDER BY at DESC LIMIT ?',
    [visitor, from, JSON.stringify([...telling, 'gift']), mostEvents],
  );
  return rows.map(fromRow);
}
