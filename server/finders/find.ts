import type { Product } from '../catalog/product.ts';
import type { Evidence } from '../recommend/evidence.ts';
import { offeredAt } from '../recommend/filters.ts';
import type { Answers, Finder, FinderQuestion } from './finder.ts';
import { type Fits, fitsOf } from './fits.ts';

/** What a finder has found for these answers. */
export interface Found {
  /** The next question, with the choices under which there is something; null where nothing is left that would tell products apart. */
  next: FinderQuestion | null;
  /** Of how many questions it is which, from 1. */
  place: number;
  of: number;
  /** Products that fit every answer; all that are offered before the first. */
  count: number;
  /** Questions whose answers were given up, in the order in which that happened: the least important, of these the last one, first. */
  relaxed: FinderQuestion[];
  /** Empty before the first answer. Those that fit more stand first, of these what sells better. */
  items: { product: Product; fits: FinderQuestion[]; misses: FinderQuestion[] }[];
}

/** With fewer products that fit everything, an answer is given up. */
const enough = 3;
/** Products of one kind that are held ready, for what a filter may take away in the end. */
const spare = 60;

/** The shop as somebody there sees it. */
export type Shelf = Pick<Evidence, 'catalog' | 'model' | 'now' | 'place' | 'cart'>;

interface Taken {
  question: FinderQuestion;
  bits: Int32Array;
  /** Of the choices that were taken. */
  chosen: number;
}

export function find(finder: Finder, answers: Answers, evidence: Shelf, currency: string): Found {
  const fits = fitsOf(finder, evidence, currency);
  const taken = takenOf(finder, answers, fits);
  const hard = taken.filter(({ question }) => question.weight === null);
  const soft = taken.filter(({ question }) => question.weight !== null);
  const { candidates, groups } = group({ hard, soft }, fits, evidence);
  const { kept, relaxed } = relax(soft, groups, Math.min(enough, candidates.length));
  const all = (1 << soft.length) - 1;
  return {
    ...nextOf(finder, answers, fits, candidates),
    count: groups.get(all)?.count ?? 0,
    relaxed,
    items: taken.length === 0 ? [] : best(finder, { hard, soft, kept, groups }, fits, evidence),
  };
}

/** Which of the soft answers a product fits, as bits -> how many do, and the places in the order of the first of them. */
type Groups = ReadonlyMap<number, { count: number; first: readonly number[] }>;

/** Runs over every product for every answer: plain loops over plain numbers. */
function group({ hard, soft }: { hard: Taken[]; soft: Taken[] }, { rows }: Fits, { place, cart }: Shelf) {
  const { order, terms, products } = rows;
  const offered = rows.offeredAt(place);
  const inCart = new Uint8Array(products.length);
  for (const row of cart.flatMap((id) => rows.rowOf(id) ?? [])) inCart[row] = 1;
  const candidates = new Int32Array(order.length);
  let count = 0;
  const groups = new Map<number, { count: number; first: number[] }>();
  const byPattern: { count: number; first: number[] }[] = [];
  for (let at = 0; at < order.length; at++) {
    const row = order[at] ?? 0;
    if (offered[terms[row] ?? 0] !== 1 || inCart[row] === 1 || !doesFitAll(hard, row)) continue;
    candidates[count++] = row;
    const pattern = patternOf(soft, row);
    let group = byPattern[pattern];
    if (!group) {
      group = { count: 0, first: [] };
      byPattern[pattern] = group;
      groups.set(pattern, group);
    }
    group.count++;
    if (group.first.length < spare) group.first.push(at);
  }
  return { candidates: candidates.subarray(0, count), groups };
}

function doesFitAll(taken: readonly Taken[], row: number): boolean {
  for (let at = 0; at < taken.length; at++) {
    const one = taken[at];
    if (one && ((one.bits[row] ?? 0) & one.chosen) === 0) return false;
  }
  return true;
}

function patternOf(taken: readonly Taken[], row: number): number {
  let pattern = 0;
  for (let at = 0; at < taken.length; at++) {
    const one = taken[at];
    if (one && ((one.bits[row] ?? 0) & one.chosen) !== 0) pattern |= 1 << at;
  }
  return pattern;
}

function takenOf({ questions }: Finder, answers: Answers, { bits }: Fits): Taken[] {
  return questions.flatMap((question) => {
    if (!isAsked(question, answers)) return [];
    let chosen = 0;
    for (const [bit, { value }] of question.choices.entries())
      if (answers[question.key]?.includes(value)) chosen |= 1 << bit;
    const of = bits.get(question.key);
    return chosen === 0 || !of ? [] : [{ question, bits: of, chosen }];
  });
}

function isAsked({ onlyIf }: FinderQuestion, answers: Answers): boolean {
  return !onlyIf || onlyIf.choices.some((one) => answers[onlyIf.question]?.includes(one));
}

/** Gives up what counts least until enough fits what is left. */
function relax(soft: readonly Taken[], groups: Groups, needed: number) {
  const weakest = soft
    .map(({ question }, bit) => ({ question, bit }))
    .sort((a, b) => (a.question.weight ?? 0) - (b.question.weight ?? 0) || b.bit - a.bit);
  const relaxed: FinderQuestion[] = [];
  let kept = (1 << soft.length) - 1;
  for (const { question, bit } of weakest) {
    let count = 0;
    for (const [pattern, group] of groups) if ((pattern & kept) === kept) count += group.count;
    if (count >= needed) break;
    kept &= ~(1 << bit);
    relaxed.push(question);
  }
  return { kept, relaxed };
}

interface Grouped {
  hard: readonly Taken[];
  soft: readonly Taken[];
  kept: number;
  groups: Groups;
}

function best(finder: Finder, { hard, soft, kept, groups }: Grouped, { rows }: Fits, evidence: Shelf): Found['items'] {
  const weightOf = (pattern: number) =>
    soft.reduce((sum, { question }, bit) => sum + (pattern & (1 << bit) ? (question.weight ?? 0) : 0), 0);
  const scored = [...groups]
    .flatMap(([pattern, { first }]) => ((pattern & kept) === kept ? { pattern, first, score: weightOf(pattern) } : []))
    .sort((a, b) => b.score - a.score);
  // Each has one product at least.
  const least = scored[finder.limit + spare]?.score ?? 0;
  const ranked = scored
    .filter(({ score }) => score >= least)
    .flatMap(({ pattern, first, score }) => first.map((place) => ({ place, pattern, score })))
    .sort((a, b) => b.score - a.score || a.place - b.place);
  const items: Found['items'] = [];
  for (const { place, pattern } of ranked) {
    if (items.length === finder.limit) break;
    // As it is now: it may have changed since all were looked through.
    const product = evidence.catalog.get(rows.products[rows.order[place] ?? 0]?.id ?? '');
    if (!product || offeredAt(product, evidence.place) !== null) continue;
    items.push({
      product,
      fits: [
        ...hard.map(({ question }) => question),
        ...soft.flatMap(({ question }, bit) => (pattern & (1 << bit) ? question : [])),
      ],
      misses: soft.flatMap(({ question }, bit) => (pattern & (1 << bit) ? [] : question)),
    });
  }
  return items;
}

/** Choices under which nothing is left are not offered, and a question with less than two others is not asked. */
function nextOf({ questions }: Finder, answers: Answers, fits: Fits, candidates: Int32Array) {
  const asked = questions.filter((question) => isAsked(question, answers));
  const place = asked.filter(({ key }) => Object.hasOwn(answers, key)).length + 1;
  for (const question of asked) {
    if (Object.hasOwn(answers, question.key)) continue;
    const counts = countsOf(question, fits, candidates);
    const choices = question.choices.filter((_, bit) => (counts[bit] ?? 0) > 0);
    if (choices.length > 1) return { next: { ...question, choices }, place, of: Math.max(place, asked.length) };
  }
  return { next: null, place, of: asked.length };
}

/** Of each choice the products that fit it, among these rows. */
export function countsOf({ key, choices }: FinderQuestion, { bits }: Fits, rows: Int32Array): number[] {
  const of = bits.get(key) ?? new Int32Array();
  const counts = choices.map(() => 0);
  for (let at = 0; at < rows.length; at++) {
    for (let left = of[rows[at] ?? 0] ?? 0; left !== 0; left &= left - 1) {
      const bit = 31 - Math.clz32(left & -left);
      counts[bit] = (counts[bit] ?? 0) + 1;
    }
  }
  return counts;
}
