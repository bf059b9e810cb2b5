import type { OpenShop } from '../collect/open-shop.ts';
import { dayIn } from '../day-in.ts';
import { compare } from '../text-order.ts';
import type { Contact } from './contact.ts';
import { type CostBase, type CostTerms, termsOn } from './cost-rule.ts';
import { inSlices } from './in-slices.ts';
import { knownFor } from './known-costs.ts';
import { loadContacts } from './load-contacts.ts';
import { personNames } from './person-names.ts';
import type { Known } from './reckon.ts';
import type { Sold } from './sale-book.ts';
import { type DirectStep, directSteps } from './steps.ts';
import { type Asked, type Names, type Tally, tally } from './tally.ts';

/** What is asked of a shop. */
export type ShopSold = Pick<OpenShop, 'shop' | 'store' | 'catalog' | 'people' | 'sales' | 'save'>;

/** All that a time is reckoned with. */
export interface Basis {
  sold: Sold;
  contacts: Contact[];
  rules: readonly CostTerms[];
  known: Known;
  names: Names;
}

/** From what was sold down to profit. */
export interface ProfitStep {
  id: DirectStep | 'rule';
  /** Of a rule: which, its name, and what it is per, as it was last in the period. */
  rule: { id: string; name: string; per: CostBase } | null;
  adds: boolean;
}

interface Time {
  from: string;
  to: string;
}

interface Given {
  sold: Sold;
  rules: readonly CostTerms[];
  visitors: readonly string[] | null;
  today: string;
}

/** `visitors`: whose contacts cost something; everyone's where it is null. `today` in the shop's zone. */
export async function basisFor(
  time: Time,
  { sold, rules: all, visitors, today }: Given,
  { store, catalog, shop }: ShopSold,
): Promise<Basis> {
  const rules = rulesWithin(all, time);
  const known = await knownFor(sold, rules, { store, shop, catalog, today });
  const isOfPeople = rules.some(({ per }) => per === 'visit' || per === 'minute');
  const contacts = isOfPeople ? await loadContacts({ ...time, visitors }, dayIn(shop.timeZone), store) : [];
  const persons = await personNames([...new Set(contacts.map(({ visitor }) => visitor))], store);
  const names = {
    ...{ persons: sold.persons, personOf: sold.personOf },
    person: (visitor: string) => persons.get(visitor) ?? visitor,
    category: (product: string) => catalog.get(product)?.category ?? null,
  };
  return { sold, contacts, rules, known, names };
}

export function tallied(asked: Asked, { sold, contacts, known, names }: Basis): Promise<Tally> {
  return inSlices(tally(sold.columns, contacts, { asked, known, names }));
}

/** What the places of its sums are; a rule by what it was called last. */
export function stepsOf({ rules, known }: Basis): ProfitStep[] {
  const direct = directSteps.map((id) => ({ id, rule: null, adds: id === 'sales' || id === 'delivery' }));
  const indirect = known.rules.map((id) => {
    const [last] = rules.filter(({ rule }) => rule === id).sort((a, b) => compare(b.since, a.since));
    return { id: 'rule' as const, rule: { id, name: last?.name ?? id, per: last?.per ?? 'order' }, adds: false };
  });
  return [...direct, ...indirect];
}

/** All that those rules say which cost something in this time. */
function rulesWithin(all: readonly CostTerms[], { from, to }: Time): CostTerms[] {
  const inTime = all.filter(({ since }) => since <= to);
  const costing = [...termsOn(inTime, from), ...inTime.filter(({ since, amount }) => since > from && amount !== null)];
  const rules = new Set(costing.map(({ rule }) => rule));
  return inTime.filter(({ rule }) => rules.has(rule));
}
