import type { OpenShop } from '../collect/open-shop.ts';
import { usablePerson } from '../collect/person.ts';
import { ordersOf } from '../customers/load-customers.ts';
import { noTurnover, turnovers } from '../orders/read-orders.ts';
import { believed } from '../profiles/believed.ts';
import { knownPerson } from '../visitors/known-person.ts';
import { byTime, listsOf } from './counted.ts';
import { subjectOf } from './facts.ts';
import { matches } from './matches.ts';
import { allSegments, bookOf } from './segments.ts';

/** The segments that a visitor's person is in at this moment (ms), by name: asked of the profile itself, not of a job's result. */
export async function segmentsOf(
  visitor: string,
  shop: OpenShop,
  now: number,
): Promise<{ id: string; name: string }[]> {
  await knownPerson(visitor, shop);
  const person = await usablePerson(visitor, shop);
  // Somebody of whom others tell something, and who never came, is nobody yet.
  if (!person || person.profile.lastSeen === 0) return [];
  const { people, save, store } = shop;
  await save();
  const turnover = (await turnovers(person.visitors, () => visitor, store)).get(visitor) ?? noTurnover;
  const keys = [...(await people.keysOf(person.visitors)).values()].flat();
  const lists = (await store.all(listsOf, [JSON.stringify(keys)])).map(([, list]) => String(list));
  const bought = await ordersOf(person.visitors, store, shop.shop);
  const orders = byTime([...bought.values()].flat());
  const profile = believed(person.profile, shop.sources.rules(), now);
  const subject = subjectOf({ profile, turnover, lists, orders }, shop.audience.basis);
  const all = await allSegments(store);
  const book = bookOf(all);
  return all.filter(({ rule }) => matches(rule, subject, now, book)).map(({ id, name }) => ({ id, name }));
}
