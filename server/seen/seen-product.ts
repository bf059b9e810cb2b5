import { z } from 'zod';
import type { Past } from '../catalog/past.ts';
import type { Product } from '../catalog/product.ts';

export const seenFields = ['name', 'category', 'brand', 'price', 'url', 'image', 'availability'] as const;

export type SeenField = (typeof seenFields)[number];

/** What somebody saw of a product: each field as text; `price` is "19950 UAH", in minor units. */
export const Says = z.partialRecord(z.enum(seenFields), z.string().max(1_000));

export type Says = z.infer<typeof Says>;

/** One look at a product, from one network on one day. */
export interface Sight {
  product: string;
  /** The network, under a name that is good for this day alone. */
  witness: string;
  /** UTC, since 1970. */
  day: number;
  at: number;
  says: Says;
}

/**
 * So many networks must say the same on one day. One person has two at hand, the telephone's and the house's; for a third they
 * need a helper, or money. On another day a network has another name, so that days cannot be added up: whoever comes back
 * each day from one place stays one.
 */
export const needed = 3;
/** Different values of one field that are kept apart; of more the one with the least behind it is dropped. */
const mostValues = 6;
/** Networks of a day that are listened to: beyond them a field on which nobody agrees would fill the log. */
const mostWitnesses = 20;

interface Witnesses {
  day: number;
  names: string[];
}

export interface SeenProduct {
  id: string;
  firstAt: number;
  lastAt: number;
  seenBy: Witnesses;
  /** The most on any day. */
  most: number;
  /** What enough have said, the newest agreement of each field; or the merchant. */
  agreed: Says;
  /** What others say since then: field -> value -> who. */
  votes: Partial<Record<SeenField, Record<string, Witnesses>>>;
  /** What it was as a product before. */
  past?: Past;
  /** The merchant's own. */
  word: 'accepted' | 'ignored' | null;
}

export function unseen(id: string, at: number): SeenProduct {
  return { id, firstAt: at, lastAt: at, seenBy: { day: 0, names: [] }, most: 0, agreed: {}, votes: {}, word: null };
}

/** True where a sight says something that this witness has not said today and that is not agreed already. */
export function isNews(product: SeenProduct | undefined, { witness, day, says }: Sight): boolean {
  if (!product) return true;
  const today = product.seenBy.day === day ? product.seenBy.names : [];
  if (today.length >= mostWitnesses && !today.includes(witness)) return false;
  return seenFields.some((field) => {
    const value = says[field];
    if (value === undefined || product.agreed[field] === value) return false;
    const said = product.votes[field]?.[value];
    return !(said?.day === day && said.names.includes(witness));
  });
}

/** Adds a sight, in place. */
export function see(product: SeenProduct, { witness, day, at, says }: Sight): void {
  product.lastAt = Math.max(product.lastAt, at);
  product.seenBy = withWitness(product.seenBy, day, witness);
  product.most = Math.max(product.most, product.seenBy.names.length);
  for (const field of seenFields) {
    const value = says[field];
    if (value !== undefined) vote(product, field, value, witness, day);
  }
}

function vote(product: SeenProduct, field: SeenField, value: string, witness: string, day: number): void {
  const votes = product.votes[field] ?? {};
  // A witness has one voice a day: the newest.
  for (const [other, { day: of, names }] of Object.entries(votes))
    if (of === day && other !== value) votes[other] = { day, names: names.filter((name) => name !== witness) };
  if (product.agreed[field] !== value) {
    const said = withWitness(votes[value], day, witness);
    votes[value] = said;
    if (said.names.length >= needed) {
      product.agreed[field] = value;
      delete product.votes[field];
      return;
    }
  }
  const strongest = Object.entries(votes)
    .filter(([, { names }]) => names.length > 0)
    .sort(([a, { day: i, names: x }], [b, { day: j, names: y }]) => y.length - x.length || j - i || (a < b ? -1 : 1));
  product.votes[field] = Object.fromEntries(strongest.slice(0, mostValues));
}

/** Those of a day before have other names by now, and are forgotten. */
function withWitness(before: Witnesses | undefined, day: number, witness: string): Witnesses {
  if (!before || before.day < day) return { day, names: [witness] };
  if (before.day > day || before.names.includes(witness)) return before;
  return { day, names: [...before.names, witness].slice(0, mostWitnesses) };
}

/** What is known of it: agreed, else what most say. */
export function likely({ agreed, votes }: SeenProduct): Says {
  const says: Says = {};
  for (const field of seenFields) {
    const leading = Object.entries(votes[field] ?? {}).sort(([, a], [, b]) => b.names.length - a.names.length)[0]?.[0];
    const value = agreed[field] ?? leading;
    if (value !== undefined) says[field] = value;
  }
  return says;
}

/** The product of the catalogue; null as long as name and address are not agreed, or where the merchant wants none of it. */
export function productOf({ id, firstAt, agreed, word }: SeenProduct): Product | null {
  const { name, url, category = null, brand = null, image = null, price, availability } = agreed;
  if (word === 'ignored' || name === undefined || url === undefined) return null;
  const [, amount, currency = null] = /^(\d+) ([A-Z]{3})$/.exec(price ?? '') ?? [];
  return {
    ...{ id, name, category, brand, url, image },
    price: amount === undefined ? null : Number(amount),
    currency,
    cost: null,
    costCurrency: null,
    inStock: availability !== 'out_of_stock',
    addedAt: firstAt,
    details: null,
  };
}
