import { groupOf } from '../catalog/variants.ts';
import { placeOf } from '../hash.ts';
import type { Step } from '../log/receipt.ts';
import { compare } from '../text-order.ts';
import { boostOf } from './boosts.ts';
import type { Evidence } from './evidence.ts';
import { filtersOf } from './filters.ts';
import { type Brought, bring } from './ingredients.ts';
import type { FilterName, Recipe } from './recipe.ts';
import { createRoom } from './room.ts';

export interface Candidate extends Brought {
  score: number;
}

/** The products of a shelf, and how it came to them. */
export interface Recommendation {
  /** The recipe that filled it: the one asked for, or one of its fallbacks; null where none could. */
  recipe: Recipe | null;
  items: Candidate[];
  steps: Step[];
  /** What the last recipe that was tried would have shown but for a filter, and for which. */
  away: ReadonlyMap<string, Away>;
}

export type Away = FilterName | 'too-many-alike';

/** Follows a recipe, then its fallbacks. `taken`: products that another shelf of this page shows already. */
export function recommend(
  recipe: Recipe,
  recipes: ReadonlyMap<string, Recipe>,
  evidence: Evidence,
  taken: ReadonlySet<string>,
): Recommendation {
  const steps: Step[] = evidence.gift ? [{ name: 'gift-visit', count: evidence.session.length }] : [];
  const tried = new Set<string>();
  let away: ReadonlyMap<string, Away> = new Map();
  for (let next: Recipe | undefined = recipe; next && !tried.has(next.id); next = recipes.get(next.fallback ?? '')) {
    tried.add(next.id);
    const followed = follow(next, evidence, taken, steps);
    away = followed.away;
    if (followed.items.length >= next.minimum) return { recipe: next, items: followed.items, steps, away };
    steps.push({ name: `too-few:${next.id}`, count: followed.items.length });
  }
  return { recipe: null, items: [], steps, away };
}

function follow(
  recipe: Recipe,
  evidence: Evidence,
  taken: ReadonlySet<string>,
  steps: Step[],
): { items: Candidate[]; away: ReadonlyMap<string, Away> } {
  const { mayShow, allowed, away } = filtersOf(recipe, evidence, taken);
  const room = createRoom(recipe, evidence.catalog);
  const noRoom = new Map<string, Away>();
  const pins = recipe.pins
    .filter(({ product, place }) => place <= recipe.limit && mayShow(product))
    .sort((a, b) => a.place - b.place)
    .filter(({ product }) => {
      // The merchant's word stands above `atMost`; but of two variants the shelf shows one.
      const isVariant = room.refuses(product) === 'variant';
      if (isVariant) noRoom.set(product, 'variant');
      else room.take(product);
      return !isVariant;
    });
  const pinned = new Set(pins.map(({ product }) => product));
  if (recipe.pins.length > 0) steps.push({ name: 'pinned', count: pins.length });
  const items: Candidate[] = [];
  const most = recipe.limit - pins.length;
  // What there is no room for leaves places that others may have: they are asked for until nothing more comes.
  for (let isFirst = true; items.length < most; isFirst = false) {
    const before = items.length;
    let isRefused = false;
    const mayCome =
      isFirst && pinned.size === 0
        ? allowed
        : (id: string) => {
            if (pinned.has(id) || !allowed(id)) return false;
            return isFirst || room.refuses(id) === null;
          };
    const blended = blend(recipe, evidence, mayCome, isFirst ? steps : []);
    for (const candidate of isFirst ? shuffled(blended, recipe, evidence) : blended) {
      if (items.length === most) break;
      const { id, reason, score } = candidate;
      const refusal = room.refuses(id);
      if (refusal) {
        noRoom.set(id, refusal);
        isRefused = true;
      } else {
        room.take(id);
        items.push({ id, reason, score });
      }
    }
    if (!isRefused || items.length === before) break;
  }
  const counts = new Map<string, number>();
  for (const name of away.values()) counts.set(name, (counts.get(name) ?? 0) + 1);
  for (const name of noRoom.values()) counts.set(name, (counts.get(name) ?? 0) + 1);
  for (const [name, count] of counts) steps.push({ name, count });
  for (const { product, place } of pins) {
    items.splice(place - 1, 0, { id: product, reason: { code: 'pinned' }, score: 1 });
  }
  return { items, away: noRoom.size === 0 ? away : new Map([...away, ...noRoom]) };
}

/**
 * Ingredients count on scales of their own, so their orders are blended: the first product counts the ingredient's weight, the
 * one in this place half of it (reciprocal rank fusion; Cormack et al. 2009, with less of it than for long lists).
 */
const flatness = 10;
/** How many products an ingredient brings for each place on the shelf where something is weighed against something else. */
const spare = 2;

function blend(recipe: Recipe, evidence: Evidence, allowed: (id: string) => boolean, steps: Step[]): Candidate[] {
  const { ingredients, boosts, atMost, limit, shuffle } = recipe;
  const weighs = shuffle > 1 || ingredients.length > 1 || atMost.category !== null || atMost.brand !== null;
  const most = Math.max(limit, shuffle) * (boosts.length > 0 ? 2 * spare : weighs ? spare : 1);
  const boost = boostOf(recipe, evidence);
  const blended = new Map<string, Candidate & { most: number }>();
  for (const { use, weight } of ingredients) {
    const bringing = bring(use, recipe, evidence, allowed, most);
    steps.push({ name: use, count: bringing.brought.length, ...('note' in bringing ? { note: bringing.note } : {}) });
    for (const [place, { id, reason }] of bringing.brought.entries()) {
      const score = (boost(id) * weight * flatness) / (flatness + place);
      const known = blended.get(id);
      if (!known) blended.set(id, { id, reason, score, most: score });
      else {
        known.score += score;
        if (score <= known.most) continue;
        // The reason of the ingredient that says most for it.
        known.most = score;
        known.reason = reason;
      }
    }
  }
  return [...blended.values()].sort((a, b) => b.score - a.score || compare(a.id, b.id));
}

/**
 * The first ones in an order of this visitor's, which stands for a day: nothing jumps about from page to page. Of several variants the
 * first one alone is among them, so that another product has its place.
 */
function shuffled(candidates: Candidate[], { id, shuffle }: Recipe, { visitor, now, catalog }: Evidence): Candidate[] {
  if (shuffle < 2) return candidates;
  const seed = `${visitor}\n${Math.floor(now / 86_400_000)}\n${id}`;
  const groups = new Set<string>();
  const first: { candidate: Candidate; at: number }[] = [];
  const rest: Candidate[] = [];
  for (const candidate of candidates) {
    const group = groupOf(candidate.id, catalog.get(candidate.id));
    if (first.length === shuffle || groups.has(group)) rest.push(candidate);
    else first.push({ candidate, at: placeOf(`${seed}\n${candidate.id}`) });
    groups.add(group);
  }
  first.sort((a, b) => a.at - b.at);
  return [...first.map(({ candidate }) => candidate), ...rest];
}
