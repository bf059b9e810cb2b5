import { openShop } from '../../server/collect/open-shop.ts';
import { decide } from '../../server/decide/decide.ts';
import { importedVisitor } from '../../server/identity/people.ts';
import type { LogEvent } from '../../server/log/log-event.ts';
import { openDataFolder } from '../../server/node/data-folder.ts';
import { fold } from '../../server/profiles/fold.ts';
import { merge } from '../../server/profiles/merge.ts';
import { emptyProfile, type Profile } from '../../server/profiles/profile.ts';
import { findShop } from '../../server/shops/shops.ts';
import { benchCampaigns } from './campaigns.ts';
import { type NaiveBaskets, naiveBaskets } from './naive-baskets.ts';
import { percentile } from './percentile.ts';
import type { RealShop } from './real-shop.ts';

const slotsOf = {
  home: ['greeting', 'home', 'news'],
  product: ['product', 'home'],
  cart: ['cart', 'home'],
} as const;

type Kind = keyof typeof slotsOf;
const kinds = ['home', 'product', 'cart'] as const satisfies readonly Kind[];

/** Customers, evenly from the one with the most orders to those with one. */
const people = 120;
const warmUp = 900;
const turns = 3_000;
/** A count without limits takes so long that one turn in this many must do; no multiple of the number of pages. */
const naiveEvery = 25;
const shelfLength = 12;

/**
 * The decision alone, from memory, on the profiles of real customers who browse on a device of theirs. Beside it, in turns,
 * a first attempt at the same two shelves on the same orders: count in a Map what else was in the orders of each anchor, and
 * sort. It leaves out consent, filters, fallbacks, reasons, words and the receipt, so it shows what those may cost.
 */
export async function benchDecide({ dataDir, key, products, customers }: RealShop) {
  const folder = await openDataFolder(dataDir, new URL('../file-thread.js', import.meta.url));
  try {
    const shop = await findShop(folder.directory, key);
    if (!shop) throw new Error('the shop is gone');
    const store = await folder.openStore(key);
    const open = await openShop(shop, store, Date.now);
    const naive = await naiveBaskets(store);
    const productAt = (place: number) => products[place % products.length]?.id ?? '';
    const looks = await Promise.all(
      Array.from({ length: people }, async (_, number) => {
        const customer = customers[Math.floor((number * customers.length) / people)]?.id ?? '';
        const visitor = importedVisitor(customer);
        await open.profiles.hold([visitor]);
        const profile = open.profiles.of(visitor);
        return { visitor, profile, device: browsing(number, productAt) };
      }),
    );

    const times = { decide: timesOf(), naive: timesOf(), join: timesOf() };
    let filled = 0;
    for (let turn = -warmUp; turn < turns; turn++) {
      const kind = kinds[(turn + warmUp) % kinds.length] ?? 'home';
      const look = looks[Math.floor((turn + warmUp) / kinds.length) % looks.length];
      if (!look) throw new RangeError('nobody looks');
      const product = kind === 'product' ? productAt(turn + warmUp) : null;
      const joined = timed(() => merge(look.profile, look.device));
      const looking = {
        consent: { statistics: true, personalisation: true },
        profile: joined.result,
        drawnBy: `${turn}`,
        visitors: [`${turn}`],
        place: {},
        bought: new Map(),
        language: 'uk' as const,
        product,
        cart: null,
        now: Date.now(),
      };
      const decided = timed(() => decide(slotsOf[kind], looking, open, 'bench'));
      if (turn < 0) continue;
      filled += decided.result.decisions.length;
      times.join[kind].push(joined.took);
      times.decide[kind].push(decided.took);
      if (turn % naiveEvery > 0) continue;
      const history = [...look.profile.bought.keys()].slice(0, 8);
      const first = product === null ? history.slice(0, 3) : [product];
      times.naive[kind].push(timed(() => [shelf(naive, first), shelf(naive, history)]).took);
    }
    const campaigns = await benchCampaigns(open, looks, { timed, warmUp: 300, turns: 1_000 });
    await open.close();
    const all = (of: Times) => figures(kinds.flatMap((kind) => of[kind]));
    return {
      unit: 'microseconds of CPU a page',
      filledSlotsOfPage: filled / turns,
      decide: all(times.decide),
      join: all(times.join),
      naive: all(times.naive),
      ratio: Math.round((all(times.naive).mean / all(times.decide).mean) * 1_000) / 1_000,
      campaigns: campaigns.map(({ took, ...more }) => ({ ...more, ...figures(took) })),
      pages: kinds.map((kind) => ({ page: kind, slots: slotsOf[kind], ...figures(times.decide[kind]) })),
    };
  } finally {
    await folder.close();
  }
}

type Times = Record<Kind, number[]>;

function timesOf(): Times {
  return { home: [], product: [], cart: [] };
}

/** What a device adds to the customer's own history: a look around and three things in the cart. */
function browsing(number: number, productAt: (place: number) => string): Profile {
  const profile = emptyProfile();
  const say = (name: string, place: number) => {
    const at = Date.now() - (20 - place) * 1_000;
    const items = [{ id: productAt(number * 7 + place * 31), quantity: 1, price: 250 }];
    const event: LogEvent = { id: `${number}.${place}`, visitor: 'device', at, name, items, currency: 'GBP' };
    fold(profile, event);
  };
  for (let place = 0; place < 8; place++) say('view_item', place);
  for (let place = 8; place < 11; place++) say('add_to_cart', place);
  return profile;
}

function shelf(baskets: NaiveBaskets, anchors: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const anchor of anchors) {
    for (const order of baskets.get(anchor) ?? []) {
      for (const product of order) counts.set(product, (counts.get(product) ?? 0) + 1);
    }
  }
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, shelfLength)
    .map(([product]) => product);
}

/** CPU and not the clock: what else the machine does is not the decision's. */
function timed<T>(work: () => T): { result: T; took: number } {
  const before = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(before);
  return { result, took: user + system };
}

function figures(times: readonly number[]) {
  const values = Float64Array.from(times);
  const mean = Math.round(times.reduce((sum, one) => sum + one, 0) / times.length);
  return { mean, p50: percentile(values, 0.5), p99: percentile(values, 0.99) };
}
