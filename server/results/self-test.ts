import { dayIn } from '../day-in.ts';
import { eachOf } from '../earnings/each-of.ts';
import { readInParts } from '../earnings/read-in-parts.ts';
import { placeOf } from '../hash.ts';
import { inSlices } from '../profit/in-slices.ts';
import { comparePeople } from './compare-people.ts';
import type { Doing } from './doings.ts';
import { loadDoings, type ShopWithResults } from './load-doings.ts';
import type { Draw } from './people.ts';

/** What came of so many splits of the shop's own people into two halves that nothing tells apart. */
export interface SelfTest {
  people: number;
  /** Of them, those who bought in the days that are looked at. */
  buyers: number;
  splits: number;
  /** In so many of them a difference was found, which there is not. */
  found: number;
  /** In so many too few had bought to say anything. */
  tooFew: number;
}

const aDay = 86_400_000;
/** What they bought in so many days is compared; and who was seen in these and so many more before them is one of the people. */
const days = 30;
const seenWithin = 120;
const mostPeople = 50_000;
/** ms: so long the people of the first step are the people of the next. */
const lasting = 600_000;

interface Loaded {
  at: number;
  people: readonly string[];
  doings: ReadonlyMap<string, Doing>;
  since: number;
}

/** The experiments' own experiment (an A/A test): the splits `from` until `to`, by numbers that always draw the same. */
export function createSelfTest(now: () => number) {
  const known = new WeakMap<ShopWithResults, Promise<Loaded>>();

  async function peopleOf(shop: ShopWithResults): Promise<Loaded> {
    const before = await known.get(shop)?.catch(() => null);
    if (before && now() - before.at < lasting) return before;
    const loading = load(shop, now());
    known.set(shop, loading);
    return loading;
  }

  return async ({ from, to }: { from: number; to: number }, shop: ShopWithResults): Promise<SelfTest> => {
    const { people, doings, since } = await peopleOf(shop);
    const buyers = [...doings.values()].filter(({ reached }) => reached).length;
    const test: SelfTest = { people: people.length, buyers, splits: 0, found: 0, tooFew: 0 };
    for (let split = from; split < to; split++) {
      const says = await inSlices(splitOf(split, { people, doings, since }));
      test.splits++;
      if (says === 'too-few' || says === 'nobody') test.tooFew++;
      else if (says !== 'nothing-yet') test.found++;
    }
    return test;
  };
}

function* splitOf(split: number, { people, doings, since }: Omit<Loaded, 'at'>): Generator<void, string> {
  const drawn = new Map<string, Draw>();
  yield* eachOf(people, (person) => {
    const arm = placeOf(`self-test\n${split}\n${person}`) < 0.5 ? 'a' : 'b';
    drawn.set(person, { person, arm, version: 1, propensity: 0.5, at: since });
  });
  const arms = ['a', 'b'].map((arm) => ({ arm, expected: people.length / 2 }));
  const compared = yield* comparePeople({ people: drawn, inTwoArms: 0, doings, arms, base: 'a', days });
  return compared.verdict.says;
}

async function load(shop: ShopWithResults, at: number): Promise<Loaded> {
  await shop.save();
  const since = at - days * aDay;
  const people: string[] = [];
  const drawn = new Map<string, Draw>();
  await readInParts(
    { columns: ['person'], sql: peopleSql, params: [at - seenWithin * aDay, mostPeople] },
    ([value]) => {
      const person = String(value);
      people.push(person);
      drawn.set(person, { person, arm: 'a', version: 1, propensity: 1, at: since });
    },
    shop.store,
  );
  const dayOf = dayIn(shop.shop.timeZone);
  const asked = { campaign: null, event: 'purchase', days, from: dayOf(since), to: dayOf(at) };
  const { doings } = await loadDoings(drawn, asked, shop);
  return { at, people, doings, since };
}

const peopleSql =
  'SELECT DISTINCT person FROM (SELECT person FROM profiles WHERE last_seen >= ? ORDER BY last_seen DESC LIMIT ?)';
