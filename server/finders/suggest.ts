import type { Product } from '../catalog/product.ts';
import type { Messages } from '../messages/en.ts';
import { fill, languages, messagesIn } from '../messages/messages.ts';
import { formatMoney } from '../money.ts';
import { inSlices } from '../profit/in-slices.ts';
import type { Words } from '../questions/question.ts';
import type { Condition, FinderBody, FinderQuestion } from './finder.ts';
import { isTrueOf } from './is-true-of.ts';

type Choices = FinderQuestion['choices'];

/** Something that tells the shop's products apart. */
interface Facet {
  key: string;
  words: Words;
  choices: Choices;
}

/** More products than these tell nothing that these do not. */
const mostLooked = 4_000;
const mostQuestions = 5;
const mostChoices = 8;
const mostFacets = 30;
/** Of the products so many have to be under one of the choices. */
const leastShare = 0.25;
/** Bits that a question has to tell beside those before it. */
const leastTold = 0.2;
/** Products between two pauses. */
const together = 200;

/**
 * A finder made of what the shop says of its products: greedily the question that tells most beside those before it, as the
 * conditional entropy of its choices over the products that are offered (Shannon 1948, section 6). Null where nothing tells
 * products apart. `currency`: of the shop. Others are answered meanwhile.
 */
export function suggestFinder(offered: readonly Product[], currency: string): Promise<FinderBody | null> {
  return inSlices(suggested(offered, currency));
}

function* suggested(offered: readonly Product[], currency: string): Generator<void, FinderBody | null> {
  const step = Math.max(1, Math.ceil(offered.length / mostLooked));
  const products = offered.filter((_, place) => place % step === 0);
  const left: { facet: Facet; of: number[] }[] = [];
  for (const facet of yield* facetsOf(products, currency)) {
    const of: number[] = [];
    for (const product of products) {
      if (of.length % together === 0) yield;
      of.push(placeOf(facet, product, currency));
    }
    if (of.filter((place) => place >= 0).length >= leastShare * products.length) left.push({ facet, of });
  }
  const questions: FinderQuestion[] = [];
  let cells = products.map(() => '');
  while (questions.length < mostQuestions && left.length > 0) {
    const before = entropy(cells);
    const told: number[] = [];
    for (const { of } of left) {
      yield;
      told.push(entropy(cells.map((cell, at) => `${cell} ${of[at]}`)) - before);
    }
    const best = told.indexOf(Math.max(...told));
    const [taken] = left.splice(best, 1);
    if (!taken || (told[best] ?? 0) < leastTold) break;
    cells = cells.map((cell, at) => `${cell} ${taken.of[at]}`);
    questions.push(questionOf(taken.facet));
  }
  if (questions.length === 0) return null;
  return { title: inAll(({ title }) => title), questions, limit: 12 };
}

function questionOf({ key, words, choices }: Facet): FinderQuestion {
  return { key, words, several: true, weight: 1, optional: true, onlyIf: null, choices };
}

function placeOf({ choices }: Facet, product: Product, currency: string): number {
  return choices.findIndex(({ where }) => where.every((one) => isTrueOf(product, one, currency)));
}

/** In bits. */
function entropy(labels: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  let sum = 0;
  for (const count of counts.values()) sum -= (count / labels.length) * Math.log2(count / labels.length);
  return sum;
}

function* facetsOf(products: readonly Product[], currency: string): Generator<void, Facet[]> {
  const categories = commonest(products.map(({ category }) => category ?? ''));
  const brands = commonest(products.map(({ brand }) => brand ?? ''));
  const prices = products.flatMap(({ price, currency: of }) => (price !== null && of === currency ? price : []));
  return [
    among(
      'category',
      inAll(({ category }) => category),
      categories,
      (one) => ({ of: 'category', among: [one] }),
    ),
    among(
      'brand',
      inAll(({ brand }) => brand),
      brands,
      (one) => ({ of: 'brand', among: [one] }),
    ),
    {
      ...{ key: 'price', words: inAll(({ price }) => price) },
      choices: ranges(
        prices,
        (least, most) => ({ of: 'price', least, most }),
        (amount, language) => formatMoney({ amount, currency }, language),
      ),
    },
    ...(yield* attributeFacets(products)),
  ].filter(({ choices }) => choices.length > 1);
}

function* attributeFacets(products: readonly Product[]): Generator<void, Facet[]> {
  const byName = new Map<string, { texts: string[]; measures: Map<string, number[]> }>();
  for (const [place, { details }] of products.entries()) {
    if (place % together === 0) yield;
    for (const { name, value, unit = '' } of details?.attributes ?? []) {
      const known = byName.get(name) ?? { texts: [], measures: new Map<string, number[]>() };
      byName.set(name, known);
      if (typeof value === 'string') known.texts.push(value);
      else {
        const values = known.measures.get(unit) ?? [];
        known.measures.set(unit, values);
        values.push(value);
      }
    }
  }
  const all = [...byName].slice(0, mostFacets);
  return all.flatMap(([name, { texts, measures }], place): Facet[] => {
    const key = `a${place + 1}`;
    const words = inAll((made) => (isKnown(name) ? made[name] : fill(made.attribute, { name })));
    if (texts.length > 0)
      return [among(key, words, commonest(texts), (one) => ({ of: 'attribute', name, among: [one] }))];
    const [unit, values] = [...measures].sort(([, a], [, b]) => b.length - a.length)[0] ?? ['', []];
    const distinct = [...new Set(values)].sort((a, b) => a - b);
    if (distinct.length <= mostChoices && unit === '') {
      const numbers = distinct.map(String);
      return [among(key, words, numbers, (one) => ({ of: 'attribute', name, among: [one] }))];
    }
    const choices = ranges(
      values,
      (least, most) => ({ of: 'measure', name, unit: unit === '' ? null : unit, least, most }),
      (value, language) => `${new Intl.NumberFormat(language).format(value)} ${unit}`.trim(),
    );
    return [{ key, words, choices }];
  });
}

const named = ['color', 'size', 'material', 'pattern', 'gender', 'age_group'] as const;

function isKnown(name: string): name is (typeof named)[number] {
  return named.some((one) => one === name);
}

function commonest(values: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const value of values) if (value !== '') counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, mostChoices)
    .map(([value]) => value);
}

function among(key: string, words: Words, values: readonly string[], conditionOf: (value: string) => Condition): Facet {
  const choices = values.map((value, place) => ({
    value: `c${place + 1}`,
    words: Object.fromEntries(languages.map((language) => [language, value.slice(0, 200)])),
    where: [conditionOf(value)],
  }));
  return { key, words, choices };
}

/** Up to four, each with as many of the values. */
function ranges(
  values: readonly number[],
  conditionOf: (least: number | null, most: number | null) => Condition,
  inWords: (value: number, language: (typeof languages)[number]) => string,
): Choices {
  const sorted = [...values].sort((a, b) => a - b);
  const ends = [1, 2, 3].map((quarter) => sorted[Math.floor((sorted.length * quarter) / 4)] ?? 0);
  const bounds = [...new Set(ends)].filter((end) => end > (sorted[0] ?? 0) && end < (sorted.at(-1) ?? 0));
  if (bounds.length === 0) return [];
  // Each begins behind the one before, so that nothing is in two of them.
  return [null, ...bounds].map((bound, place) => {
    const until = bounds[place] ?? null;
    const least = bound === null ? null : (sorted.find((value) => value > bound) ?? null);
    const words = inAll((made, language) => {
      if (until === null) return fill(made.over, { price: inWords(bound ?? 0, language) });
      if (least === null) return fill(made.upTo, { price: inWords(until, language) });
      return fill(made.between, { from: inWords(least, language), to: inWords(until, language) });
    });
    return { value: `c${place + 1}`, words, where: [conditionOf(least, until)] };
  });
}

function inAll(word: (made: Messages['finder']['made'], language: (typeof languages)[number]) => string): Words {
  return Object.fromEntries(languages.map((language) => [language, word(messagesIn(language).finder.made, language)]));
}
