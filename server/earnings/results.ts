import { inSlices } from '../profit/in-slices.ts';
import { timeBefore } from '../profit/time-before.ts';
import { compare } from '../text-order.ts';
import type { Period } from './credits.ts';
import { figuresBy, noFigures, type ShelfEvidence, type ShelfFigures } from './figures.ts';
import { loadEvidence, type ShopWithShelves } from './load-evidence.ts';

export interface ResultsQuestion extends Period {
  /** Only of this place, and of this recipe. */
  slot?: string | undefined;
  recipe?: string | undefined;
}

export interface ResultRow extends ShelfFigures {
  slot: string | null;
  recipe: string | null;
  version: number | null;
}

/** What shelves did. Money in minor units of `currency`. */
export interface ShelfResults {
  currency: string;
  /** How much of the log is counted: less than 1 while it is read anew. */
  counted: number;
  total: ShelfFigures;
  /** The time before, as long. */
  before: Period & ShelfFigures;
  recipes: ResultRow[];
  slots: ResultRow[];
  /** Each recipe in each of its versions, place by place. */
  versions: ResultRow[];
  /** Orders of currencies of which no rate is known for their days; they are not counted. */
  unrated: { currency: string; orders: number }[];
  /** Every place and recipe that can be chosen. */
  choices: { slots: string[]; recipes: string[] };
}

export async function shelfResults(question: ResultsQuestion, shop: ShopWithShelves): Promise<ShelfResults> {
  const before = timeBefore(question);
  const { unrated, counted, ...evidence } = await loadEvidence({ from: before.from, to: question.to }, shop);
  const inAll = isAsked(question, () => '');
  const all = await inSlices(figuresBy(inAll, question, evidence));
  const then = await inSlices(figuresBy(inAll, before, evidence));
  const rows = (key: (keyof Place)[]) => inSlices(rowsBy(key, question, evidence));
  return {
    currency: shop.shop.currency,
    counted,
    total: all.get('') ?? noFigures,
    before: { ...before, ...(then.get('') ?? noFigures) },
    recipes: await rows(['recipe']),
    slots: await rows(['slot']),
    versions: await rows(['slot', 'recipe', 'version']),
    unrated: [...unrated].map(([currency, orders]) => ({ currency, orders })),
    choices: choicesOf(evidence),
  };
}

type Place = Pick<ShelfEvidence['days'][number], 'slot' | 'recipe' | 'version'>;

export function isAsked(
  { slot, recipe }: ResultsQuestion,
  key: (where: Place) => string,
): (where: Place) => string | null {
  return (where) =>
    (slot !== undefined && where.slot !== slot) || (recipe !== undefined && where.recipe !== recipe)
      ? null
      : key(where);
}

function* rowsBy(
  by: (keyof Place)[],
  question: ResultsQuestion,
  evidence: ShelfEvidence,
): Generator<void, ResultRow[]> {
  const key = isAsked(question, (where) => JSON.stringify(by.map((name) => where[name])));
  const rows = [...(yield* figuresBy(key, question, evidence))].map(([name, figures]) => {
    const values = JSON.parse(name) as (string | number)[];
    const named = Object.fromEntries(by.map((column, place) => [column, values[place]]));
    return { slot: null, recipe: null, version: null, ...named, ...figures };
  });
  return rows.sort((a, b) => b.net - a.net || b.views - a.views || compare(JSON.stringify(a), JSON.stringify(b)));
}

function choicesOf({ days, clicks }: ShelfEvidence): ShelfResults['choices'] {
  const [slots, recipes] = [new Set<string>(), new Set<string>()];
  for (const all of [days, clicks])
    for (const { slot, recipe } of all) {
      slots.add(slot);
      recipes.add(recipe);
    }
  return { slots: [...slots].sort(compare), recipes: [...recipes].sort(compare) };
}
