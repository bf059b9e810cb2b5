import type { OpenShop } from '../collect/open-shop.ts';
import { type Dimension, dimensions } from '../profiles/interest.ts';
import { type Liking, likings } from '../profiles/likings.ts';
import type { Profile } from '../profiles/profile.ts';
import { customerOf, nameOf } from '../profiles/read.ts';
import type { Taste } from '../profiles/taste.ts';
import { groupOf } from '../segments/counted.ts';
import { subjectOf } from '../segments/facts.ts';
import { matches } from '../segments/matches.ts';
import { allSegments, bookOf } from '../segments/segments.ts';

type Liked = Record<Dimension, Liking[]>;

/** What another taste would make of the people who were here last. */
export interface TasteEffect {
  /** How many of them there are who like anything, by the one or the other. */
  people: number;
  /** How many would like another one the most. */
  moved: Record<Dimension, number>;
  /** Those for whom it would change the most, with the strongest of their likings. */
  examples: { visitor: string; who: string | null; customer: string | null; before: Liked; after: Liked }[];
  /** Segments into which other people would come, with how many of these. */
  segments: { id: string; name: string; before: number; after: number }[];
}

const looked = 200;
const shown = 5;
const strongest = 3;

/** Changes nothing. `now` in ms. */
export async function tasteEffect(taste: Taste, shop: OpenShop, now: number): Promise<TasteEffect> {
  const { store, people, sources, save, audience } = shop;
  await save();
  const rows = await store.all(
    'SELECT visitor FROM profiles WHERE last_seen > 0 ORDER BY last_seen DESC, visitor LIMIT ?',
    [looked],
  );
  const visitors = rows.map(([visitor]) => String(visitor));
  const { currency, timeZone } = shop.shop;
  const group = await groupOf(visitors, { store, people, sources, currency, timeZone, now: () => now });
  const compared = group.people.map((one) => ({
    one,
    before: likedBy(one.profile, shop.taste.current),
    after: likedBy(one.profile, taste),
  }));
  const telling = compared.filter(({ before, after }) =>
    dimensions.some((dimension) => before[dimension].length + after[dimension].length > 0),
  );
  const first = telling
    .map((one) => ({ ...one, by: change(one) }))
    .filter(({ by }) => by > 0)
    .sort((a, b) => b.by - a.by)
    .slice(0, shown);
  const all = await allSegments(store);
  const book = bookOf(all);
  const counted = all.map(({ id, name, rule }) => {
    const holds = (by: Taste) =>
      group.people.filter((one) => matches(rule, subjectOf(one, { ...audience.basis, taste: by }), now, book)).length;
    return { id, name, before: holds(shop.taste.current), after: holds(taste) };
  });
  return {
    people: telling.length,
    moved: {
      categories: movedIn('categories', telling),
      brands: movedIn('brands', telling),
      bands: movedIn('bands', telling),
    },
    examples: first.map(({ one: { visitor, profile }, before, after }) => ({
      ...{ visitor, who: nameOf(profile), customer: customerOf(profile) },
      ...{ before: few(before), after: few(after) },
    })),
    segments: counted.filter(({ before, after }) => before !== after),
  };
}

interface Compared {
  before: Liked;
  after: Liked;
}

function likedBy(profile: Profile, taste: Taste): Liked {
  const of = (dimension: Dimension) => likings(profile, dimension, taste);
  return { categories: of('categories'), brands: of('brands'), bands: of('bands') };
}

function few({ categories, brands, bands }: Liked): Liked {
  const first = (all: Liking[]) => all.slice(0, strongest);
  return { categories: first(categories), brands: first(brands), bands: first(bands) };
}

function movedIn(dimension: Dimension, all: readonly Compared[]): number {
  return all.filter(({ before, after }) => before[dimension][0]?.value !== after[dimension][0]?.value).length;
}

/** By how much the shares move, all together. */
function change({ before, after }: Compared): number {
  let sum = 0;
  for (const dimension of dimensions) {
    const then = new Map(after[dimension].map(({ value, share }) => [value, share]));
    for (const { value, share } of before[dimension]) {
      sum += Math.abs((then.get(value) ?? 0) - share);
      then.delete(value);
    }
    for (const share of then.values()) sum += share;
  }
  return sum;
}
