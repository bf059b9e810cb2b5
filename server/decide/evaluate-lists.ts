import type { Catalog } from '../catalog/catalog.ts';
import type { ProductClocks } from '../customers/product-clocks.ts';
import { fold } from '../profiles/fold.ts';
import { emptyProfile, type Profile } from '../profiles/profile.ts';
import { defaultTaste } from '../profiles/taste.ts';
import type { Evidence } from '../recommend/evidence.ts';
import type { ShelfModel } from '../recommend/model/shelf-model.ts';
import { liftsOf, usualWeights, type Weights } from '../recommend/ranking/lifts.ts';
import { rank } from '../recommend/ranking/rank.ts';
import type { RankingOfKind } from '../recommend/ranking/ranking.ts';
import { evidenceFor } from './evidence.ts';
import type { Looking } from './looking.ts';
import { likedBy } from './rank-list.ts';

/** A product that somebody put into an order; ms since 1970. */
export interface Line {
  customer: string;
  order: string;
  product: string;
  at: number;
}

interface ListedShop {
  catalog: Catalog;
  model: Pick<ShelfModel, keyof Evidence['model'] | 'look' | 'order' | 'popularity'>;
  clocks: ProductClocks;
  /** Products of a list in which somebody would look for this one; null where there is none. */
  listOf(product: string): readonly string[] | null;
}

const names = Object.keys(usualWeights) as (keyof Weights)[];

/** One list, in the order of popularity, with what each voice says of each product; and the place of the product that was taken. */
interface Question {
  voices: Float32Array[];
  taken: number;
}

/**
 * Goes through orders in the order of time. Of every so many lines it asks, before that line is known: in a list of products in
 * the order of their popularity, in which place is the one that is taken next? What was asked before `split` chooses the
 * weights, by coordinate search; what was asked after it is measured. Yields the share that is done.
 */
export function* evaluateLists(
  lines: readonly Line[],
  shop: ListedShop,
  { ask, split, every, ranking }: { ask: number; split: number; every: number; ranking: RankingOfKind },
): Generator<number, object> {
  const { model } = shop;
  const people = new Map<string, Profile>();
  const questions: { tune: Question[]; test: Question[] } = { tune: [], test: [] };
  let order: Line[] = [];
  const close = () => {
    const [first] = order;
    if (!first) return;
    model.order(
      first.order,
      order.map(({ product }) => product),
      first.at,
    );
    const profile = personOf(people, first.customer);
    const items = order.map(({ product }) => ({ id: product, quantity: 1 }));
    fold(profile, {
      id: first.order,
      visitor: first.customer,
      at: first.at + order.length * 1_000,
      name: 'purchase',
      items,
    });
    order = [];
  };
  for (const [number, line] of lines.entries()) {
    if (line.order !== order[0]?.order) close();
    // Lines of an order have one time: they came one after the other.
    const at = line.at + order.length * 1_000;
    if (at >= ask && number % every === 0 && order.length > 0) {
      const asked = questionOf(line.product, personOf(people, line.customer), at, shop);
      if (asked) questions[at < split ? 'tune' : 'test'].push(asked);
    }
    model.look(line.customer, line.product, at);
    const profile = personOf(people, line.customer);
    const items = [{ id: line.product, quantity: 1 }];
    const event = { id: `${line.order} ${order.length}`, visitor: line.customer, at, items };
    fold(profile, { ...event, name: 'view_item' });
    fold(profile, { ...event, id: `${event.id} cart`, name: 'add_to_cart' });
    order.push(line);
    if (number % 5_000 === 4_999) yield number / lines.length;
  }
  const chosen = chooseWeights(questions.tune, ranking);
  const of = (weights: Weights) => ({
    tune: reciprocal(questions.tune, weights, ranking),
    test: reciprocal(questions.test, weights, ranking),
  });
  const nothing = weightsOf(() => 0);
  return {
    questions: { tune: questions.tune.length, test: questions.test.length },
    own: of(nothing),
    usual: of(usualWeights),
    chosen: { weights: chosen, ...of(chosen) },
    alone: Object.fromEntries(names.map((name) => [name, of({ ...nothing, [name]: usualWeights[name] }).test])),
  };
}

function weightsOf(of: (name: keyof Weights) => number): Weights {
  const weights = { ...usualWeights };
  for (const name of names) weights[name] = of(name);
  return weights;
}

function personOf(people: Map<string, Profile>, customer: string): Profile {
  const known = people.get(customer) ?? emptyProfile();
  people.set(customer, known);
  return known;
}

function questionOf(product: string, profile: Profile, now: number, shop: ListedShop): Question | null {
  const { catalog, model, listOf } = shop;
  const all = listOf(product)?.filter((id) => model.popularity(id) > 0) ?? [];
  const ids = [...all].sort((a, b) => model.popularity(b) - model.popularity(a)).slice(0, 500);
  const taken = ids.indexOf(product);
  if (taken < 0 || ids.length < 10) return null;
  const looking: Looking = {
    ...{ consent: {}, profile, bought: new Map(), drawnBy: '', visitors: [], language: 'en', place: {} },
    ...{ product: null, cart: null, now },
  };
  const taste = { current: defaultTaste };
  const customers = { productClocks: { current: shop.clocks, later: () => [] } };
  const occasions = { at: () => null };
  const evidence = evidenceFor(looking, {
    catalog,
    model,
    likeness: { similar: () => [] },
    taste,
    customers,
    occasions,
  });
  const liked = likedBy(profile, defaultTaste);
  const knowing = { evidence, popularity: model.popularity, liked };
  const voices = names.map((name) => {
    const only = weightsOf((one) => (one === name ? 1 : 0));
    return Float32Array.from(liftsOf(ids, knowing, only).list, ({ lift }) => lift);
  });
  return { voices, taken };
}

/** Mean of 1 / place of what was taken, the first place being 1. */
function reciprocal(questions: readonly Question[], weights: Weights, ranking: RankingOfKind): number {
  let sum = 0;
  for (const { voices, taken } of questions) {
    const lifts = new Float64Array(voices[0]?.length ?? 0);
    for (const [voice, name] of names.entries())
      for (let place = 0; place < lifts.length; place++)
        lifts[place] = (lifts[place] ?? 0) + weights[name] * (voices[voice]?.[place] ?? 0);
    const least = lifts.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
    const list = Array.from(lifts, (lift, place) => ({
      id: `${place}`,
      isUnknown: false,
      isInStock: true,
      lift: lift - least,
    }));
    sum += 1 / (rank(list, ranking, 0).indexOf(taken) + 1);
  }
  return sum / Math.max(1, questions.length);
}

const steps = [0, 0.25, 0.5, 1, 1.5, 2, 3, 4];

function chooseWeights(questions: readonly Question[], ranking: RankingOfKind): Weights {
  let best: Weights = usualWeights;
  let most = reciprocal(questions, best, ranking);
  for (let round = 0; round < 2; round++) {
    for (const name of names) {
      for (const step of steps) {
        const tried = { ...best, [name]: step };
        const found = reciprocal(questions, tried, ranking);
        if (found > most) [best, most] = [tried, found];
      }
    }
  }
  return best;
}
