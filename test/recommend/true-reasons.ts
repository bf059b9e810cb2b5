import type { Reason } from '../../server/log/reason.ts';
import type { Decided } from './told.ts';

type Judges = {
  [Code in Reason['code']]: (reason: Extract<Reason, { code: Code }>, shown: Shown) => boolean;
};

interface Shown extends Pick<Decided, 'visitor' | 'facts'> {
  id: string;
  /** What the page is about, and what the recipe looked at. */
  anchors: readonly string[];
  categoryOf(id: string): string;
}

/** What has to be so where a reason is given; a shop whose visitors come for the first time has no reason that speaks of a last time. */
const judges: Judges = {
  'bought-together': ({ with: other, support }, { id, facts }) => countOf(facts.orders, id, other) === support,
  'viewed-next': ({ with: other, support }, { id, facts }) =>
    countOf(namedOnly(facts.looks), id, other) === support && support > 0,
  'viewed-then-bought': ({ with: other, support }, { id, facts }) =>
    support > 0 &&
    facts.orders.filter((order, place) => order.has(id) && !order.has(other) && facts.before[place]?.has(other))
      .length >= support,
  accessory: ({ with: other, support }, { id, facts }) =>
    support !== null && support >= 3 && countOf(facts.orders, id, other) === support,
  similar: ({ with: other }, { id, anchors }) => anchors.includes(other) && other !== id,
  'same-category': ({ category }, { id, anchors, categoryOf }) =>
    category === categoryOf(id) && anchors.some((anchor) => categoryOf(anchor) === category),
  'liked-category': ({ category }, { id, visitor, facts, categoryOf }) =>
    category === categoryOf(id) &&
    [...(facts.looks.get(visitor) ?? [])].some((looked) => categoryOf(looked) === category),
  popular: (_, { id, facts }) => facts.orders.some((order) => order.has(id)),
  trending: ({ orders }, { id, facts }) => facts.orders.filter((order) => order.has(id)).length === orders,
  'popular-near': ({ buyers }, { id, facts }) =>
    buyers >= 3 && facts.orders.filter((order) => order.has(id)).length >= buyers,
  'watched-now': ({ visitors }, { id, visitor, facts }) =>
    visitors >= 3 &&
    namedOnly(new Map([...facts.looks].filter(([other]) => other !== visitor))).filter((looked) => looked.has(id))
      .length === visitors,
  viewed: (_, { id, visitor, facts }) => facts.looks.get(visitor)?.has(id) === true,
  new: () => true,
  'new-since': () => false,
  pinned: () => false,
  // Nor one of what its catalogue was: it has been told once.
  'price-dropped': () => false,
  'back-in-stock': () => false,
  'due-again': () => false,
  // It has been there for no year.
  gift: () => false,
  // Nobody there is known by name.
  'bought-later': () => false,
  // Of lists that the shop has made itself.
  'liked-brand': () => false,
  'liked-price': () => false,
  'made-room': () => false,
  'out-of-stock': () => false,
};

export function isTrue(reason: Reason, shown: Shown): boolean {
  const judge = judges[reason.code] as (reason: Reason, shown: Shown) => boolean;
  return judge(reason, shown);
}

function countOf(all: readonly ReadonlySet<string>[], one: string, other: string): number {
  return all.filter((products) => products.has(one) && products.has(other)).length;
}

/** Nothing is learned from those who allowed nothing. */
function namedOnly(looks: Decided['facts']['looks']): ReadonlySet<string>[] {
  return [...looks].filter(([visitor]) => !visitor.startsWith('~')).map(([, products]) => products);
}
