import type { Drop, First, Return } from '../catalog/moves.ts';
import type { Evidence } from './evidence.ts';
import type { Brought } from './ingredients.ts';

type Filter = (id: string) => boolean;

/** What has become cheaper: what the visitor has wished for or seen, then the liked kinds, then the rest; in each the largest part first. */
export function droppedFor(evidence: Evidence, allowed: Filter, limit: number): Brought[] {
  const { catalog, now } = evidence;
  const share = ({ product, was }: Drop) => 1 - (product.price ?? 0) / was;
  const own = ownOf(evidence)
    .flatMap((id) => catalog.moves.dropOf(id, now) ?? [])
    .filter(({ product }) => allowed(product.id))
    .sort((a, b) => share(b) - share(a));
  const drops = chosen(
    own,
    { first: catalog.moves.firstDrops(now), all: catalog.moves.drops(now) },
    share,
    evidence,
    allowed,
    limit,
  );
  return drops.map(({ product: { id, price, currency }, was, since }) => ({
    id,
    reason: { code: 'price-dropped', was, price: price ?? 0, currency: currency ?? '', since },
  }));
}

/**
 * What is in stock again: what the visitor has wished for or seen, and has not seen since then; what came back after the last visit;
 * then the rest; in each the liked kinds before others.
 */
export function returnedFor(evidence: Evidence, allowed: Filter, limit: number): Brought[] {
  const { catalog, now, lastVisit } = evidence;
  const own = ownOf(evidence)
    .flatMap((id) => catalog.moves.returnOf(id, now) ?? [])
    .filter(({ product, since }) => evidence.lastAt(product.id) < since && allowed(product.id))
    .sort((a, b) => b.since - a.since);
  const news = ({ since }: Return) => (lastVisit !== null && since > lastVisit ? 100 : 1);
  const returns = chosen(
    own,
    { first: catalog.moves.firstReturns(now), all: catalog.moves.returns(now) },
    news,
    evidence,
    allowed,
    limit,
  );
  return returns.map(({ product: { id }, since }) => ({ id, reason: { code: 'back-in-stock', since } }));
}

/** What somebody had an eye on. */
function ownOf({ wished, viewed }: Evidence): string[] {
  return [...new Set([...wished, ...viewed])];
}

/**
 * `own` first, then those that are worth most to who likes what they like: of the first ones, which in a sale of everything are
 * enough to choose from, and where filters leave too few of these, of all.
 */
function chosen<T extends Return>(
  own: readonly T[],
  { first, all }: { first: First<T>; all: Iterable<T> },
  worth: (one: T) => number,
  { likings }: Evidence,
  allowed: Filter,
  limit: number,
): T[] {
  const shares = new Map(likings.map(({ category, share }) => [category, share]));
  const taken = new Set(own.slice(0, limit).map(({ product }) => product.id));
  const left = limit - taken.size;
  const found: { one: T; score: number }[] = [];
  let others = 0;
  const consider = (one: T | undefined) => {
    if (!one) return;
    const share = shares.get(one.product.category ?? '') ?? 0;
    // The rest come in their order: after so many of them no other one is shown.
    if ((share === 0 && others >= left) || taken.has(one.product.id) || !allowed(one.product.id)) return;
    if (share === 0) others++;
    found.push({ one, score: worth(one) * (0.2 + share) });
  };
  let place = 0;
  while (place < first.all.length && others < left) consider(first.all[place++]);
  const liked = [...shares.keys()].flatMap((category) => first.placesOf(category).filter((one) => one >= place));
  for (const one of liked.sort((a, b) => a - b)) consider(first.all[one]);
  let looked = 0;
  for (const one of found.length < left ? all : []) {
    if (++looked <= first.all.length) continue;
    consider(one);
    if (found.length >= left) break;
  }
  const best = found.sort((a, b) => b.score - a.score).slice(0, left);
  return [...own.slice(0, limit), ...best.map(({ one }) => one)];
}
