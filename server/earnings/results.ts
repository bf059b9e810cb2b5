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
  const rows = (key: (keyof Place)[]) => rowsBy(key, question, evidence);
  const all = figuresBy(
    isAsked(question, () => ''),
    question,
    evidence,
  ).get('');
  const then = figuresBy(
    isAsked(question, () => ''),
    before,
    evidence,
  ).get('');
  return {
    currency: shop.shop.currency,
    counted,
    total: all ?? noFigures,
    before: { ...before, ...(then ?? noFigures) },
    ...{ recipes: rows(['recipe']), slots: rows(['slot']), versions: rows(['slot', 'recipe', 'version']) },
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

function rowsBy(by: (keyof Place)[], question: ResultsQuestion, evidence: ShelfEvidence): ResultRow[] {
  const key = isAsked(question, (where) => JSON.stringify(by.map((name) => where[name])));
  const rows = [...figuresBy(key, question, evidence)].map(([name, figures]) => {
    const values = JSON.parse(name) as (string | number)[];
    const named = Object.fromEntries(by.map((column, place) => [column, values[place]]));
    return { slot: null, recipe: null, version: null, ...named, ...figures };
  });
  return rows.sort((a, b) => b.net - a.net || b.views - a.views || compare(JSON.stringify(a), JSON.stringify(b)));
}

function choicesOf({ days, clicks }: ShelfEvidence): ShelfResults['choices'] {
  const all = [...days, ...clicks];
  const sorted = (texts: string[]) => [...new Set(texts)].sort(compare);
  return { slots: sorted(all.map(({ slot }) => slot)), recipes: sorted(all.map(({ recipe }) => recipe)) };
}
