import { createCatalog } from '../../../catalog/catalog.ts';
import { fitProductClocks } from '../../../customers/product-clocks.ts';
import { evaluateLists, type Line } from '../../../decide/evaluate-lists.ts';
import { finish } from '../../../predict/minimise.ts';
import { createShelfModel } from '../../../recommend/model/shelf-model.ts';
import { usualRanking } from '../../../recommend/ranking/ranking.ts';
import { Failure, type Options, type Terminal } from '../command.ts';
import { readLines } from './read-lines.ts';
import { done } from './run-method.ts';

/** Of so many lines one is asked about. */
const every = 200;
const fewest = 20;
const most = 500;

/** The place of what is taken next in a list of all products with a word of its name: the shop's own order, and ours. */
export async function evaluateRankedLists(options: Options, terminal: Terminal) {
  terminal.progress('reading');
  const named = (await readLines(options, 'products')).slice(1).map((line) => line.split('\t'));
  const lines = (await readLines(options, 'lines')).slice(1).flatMap(lineOf);
  lines.sort((a, b) => a.at - b.at || (a.order < b.order ? -1 : a.order > b.order ? 1 : 0));
  const [first, last] = [lines[0]?.at, lines.at(-1)?.at];
  if (first === undefined || last === undefined) throw new Failure('Nobody bought anything in that file.');
  const wordsOf = new Map(named.map(([id = '', name = '']) => [id, new Set(name.toLowerCase().split(/[^a-z]+/))]));
  const byWord = new Map<string, string[]>();
  for (const [id, words] of wordsOf)
    for (const word of words) if (word.length > 2) byWord.set(word, [...(byWord.get(word) ?? []), id]);
  const listOf = (product: string) => {
    const lists = [...(wordsOf.get(product) ?? [])].map((word) => byWord.get(word) ?? []);
    const fit = lists.filter(({ length }) => length >= fewest && length <= most);
    return fit.sort((a, b) => a.length - b.length)[0] ?? null;
  };
  const catalog = createCatalog(
    named.map(([id = '', name = '']) => ({
      ...{ id, name, category: null, brand: null, price: null, currency: null, cost: null, costCurrency: null },
      ...{ image: null, url: '', inStock: true, addedAt: 0, details: null },
    })),
  );
  const share = (part: number) => first + (last - first) * part;
  const asking = evaluateLists(
    lines,
    { catalog, model: createShelfModel(), clocks: finish(fitProductClocks([], { now: last, catalog })), listOf },
    { ask: share(0.7), split: share(0.8), every, ranking: usualRanking.category },
  );
  return (await done(asking, terminal)).result;
}

/** `invoice, product, pieces, time, price, customer` by tabs; what was sent back, and by nobody, is no question. */
function lineOf(line: string): Line[] {
  const [order = '', product = '', pieces, time = '', , customer = ''] = line.split('\t');
  if (customer === '' || !(Number(pieces) > 0)) return [];
  return [{ customer, order, product, at: Date.parse(`${time.replace(' ', 'T')}Z`) }];
}
