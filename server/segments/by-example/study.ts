import type { OpenShop } from '../../collect/open-shop.ts';
import { unhurried } from '../../customers/unhurried.ts';
import { traitsOf } from '../../profiles/read.ts';
import { groupOf } from '../counted.ts';
import { actsOf, subjectOf } from '../facts.ts';
import type { Rule } from '../rule.ts';
import { bucketOf } from '../sample.ts';
import { toText } from '../to-text.ts';
import type { Person } from './candidates.ts';
import { type HeldOut, learnAndTest } from './hold-out.ts';

/** Looking for what some people have in common. */
export interface Study {
  id: string;
  /** From 0 to 1. */
  done: number;
  result: StudyResult | null;
  failed: boolean;
}

export interface StudyResult {
  /** Null where nothing tells them from others. */
  rule: Rule | null;
  line: string;
  heldOut: HeldOut;
  /** People in the audience. */
  everyone: number;
}

/** Of everyone else, so many are looked at: those of the first buckets, which are a fair sample. */
const mostOthers = 3_000;
const step = 100;
const reading = 0.4;

/** Does the work a little at a time; `study` says how far it is. The same people have the same answer until somebody does something. */
export async function pursue(study: Study, persons: readonly string[], shop: OpenShop, now: number): Promise<void> {
  const { store } = shop;
  const rows = await store.all(
    'SELECT person FROM audience WHERE person NOT IN (SELECT value FROM json_each(?)) ORDER BY bucket, person LIMIT ?',
    [JSON.stringify(persons), mostOthers],
  );
  const examples = await peopleOf(shuffled(persons), shop, now);
  const others: Person[] = [];
  for (let from = 0; from < rows.length; from += step) {
    const some = rows.slice(from, from + step).map(([person]) => String(person));
    others.push(...(await peopleOf(some, shop, now)));
    study.done = reading * Math.min(1, (from + step) / rows.length);
  }
  const work = learnAndTest({ examples, others, now }, (done) => {
    study.done = reading + (1 - reading) * done;
  });
  const learnt = await unhurried(work);
  const [[everyone] = [0]] = await store.all('SELECT count(*) FROM audience', []);
  if (!learnt) return;
  const line = learnt.rule ? toText(learnt.rule, shop.shop.currency) : '';
  study.result = { ...learnt, line, everyone: Number(everyone) };
  study.done = 1;
}

async function peopleOf(persons: readonly string[], open: OpenShop, now: number): Promise<Person[]> {
  const { store, people, sources, shop, audience } = open;
  const rows = await store.all(
    'SELECT visitor FROM audience_visitors WHERE person IN (SELECT value FROM json_each(?))',
    [JSON.stringify(persons)],
  );
  const visitors = rows.map(([visitor]) => String(visitor));
  const { currency, timeZone } = shop;
  const group = await groupOf(visitors, { store, people, sources, currency, timeZone, now: () => now });
  return group.people.map((one) => ({
    subject: subjectOf(one, audience.basis),
    acts: [...actsOf(one.profile).keys()],
    traits: traitsOf(one.profile).map(({ key }) => key),
  }));
}

/** In an order that says nothing of them, and is always the same: what is put aside must be like the rest. */
function shuffled(persons: readonly string[]): string[] {
  return [...persons].sort((a, b) => bucketOf(a) - bucketOf(b) || (a < b ? -1 : 1));
}
