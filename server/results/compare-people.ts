import { eachOf } from '../earnings/each-of.ts';
import { beliefInShare, winning } from '../experiments/chance-to-win.ts';
import { brokenBelow, sampleRatio } from '../experiments/sample-ratio.ts';
import { noteWeighted, unweighted, type Weighted, worthOf } from '../experiments/weighted.ts';
import { winsorLimit } from '../experiments/winsor-limit.ts';
import { type Against, againstBase, measures } from './against-base.ts';
import type { Doing } from './doings.ts';
import type { Draw } from './people.ts';
import { type Finding, type Measure, type Verdict, verdictOf } from './verdict.ts';

/** An arm by what its people did, and by what it is compared with. */
export interface ArmFigures {
  arm: string;
  people: number;
  reached: number;
  /** The part that reaches the goal: of people as if all had been drawn with one chance. */
  rate: number;
  /** How many people of one chance they tell as much as. */
  worth: number;
  orders: number;
  /** Minor units, less what came back: of all of them; and of one on average, nobody counting for more than the limit, weighted as `rate` is. */
  net: number;
  perPerson: number;
  /** That its people truly reach the goal more often than any other arm's; and what choosing it costs of these on average. */
  chance: number;
  loss: number;
  /** Null of the base itself, and where there is none. */
  against: Record<Measure, Against> | null;
}

export interface Comparison {
  arms: ArmFigures[];
  people: number;
  /** Nobody counts for more than this; null where nobody bought. */
  limit: number | null;
  /** The chance of arms as unevenly filled as these. */
  evenness: number;
  verdict: Verdict;
}

interface Compared {
  people: ReadonlyMap<string, Draw>;
  inTwoArms: number;
  doings: ReadonlyMap<string, Doing>;
  /** In the order in which they are told of, with how many of the people each was to get. */
  arms: readonly { arm: string; expected: number }[];
  /** What the others are compared with; null for nothing. */
  base: string | null;
  /** Of how many days this is. */
  days: number;
}

interface Sums {
  arm: string;
  sums: Record<Measure, Weighted>;
  people: number;
  reached: number;
  /** The chance with which the first of them was drawn. */
  usual: number | null;
  orders: number;
  net: number;
}

const idle: Doing = { reached: false, orders: 0, net: 0, netBefore: 0, ordersBefore: 0 };

/** The arms of an experiment by intention to treat: everyone counts for the arm that was drawn, seen or not. Yields between some people. */
export function* comparePeople({ people, inTwoArms, doings, arms, base, days }: Compared): Generator<void, Comparison> {
  const did = [...doings.values()];
  const limit = winsorLimit(did.map(({ net }) => net));
  const limitBefore = winsorLimit(did.map(({ netBefore }) => netBefore));
  const sums = new Map(arms.map(({ arm }) => [arm, emptySums(arm)]));
  yield* eachOf(people.values(), ({ person, arm, propensity }) => {
    const into = sums.get(arm);
    if (!into) return;
    const { reached, orders, net, netBefore, ordersBefore } = doings.get(person) ?? idle;
    into.usual ??= propensity;
    // What could not be drawn says nothing of those who are.
    const weight = propensity > 0 ? into.usual / propensity : 0;
    noteWeighted(into.sums.goal, reached ? 1 : 0, ordersBefore > 0 ? 1 : 0, weight);
    noteWeighted(into.sums.revenue, Math.min(net, limit ?? net), Math.min(netBefore, limitBefore ?? netBefore), weight);
    into.people++;
    if (reached) into.reached++;
    into.orders += orders;
    into.net += net;
  });
  const all = [...sums.values()].map(({ sums: { goal, revenue }, ...of }) => ({
    ...of,
    outcomes: { goal: worthOf(goal), revenue: worthOf(revenue) },
  }));
  const against = base === null ? new Map<string, never>() : againstBase(all, base, days);
  const won = winning(all.map(({ outcomes }) => beliefInShare(outcomes.goal)));
  const figures = all.map(({ arm, people: count, reached, outcomes: { goal, revenue }, orders, net }, place) => ({
    ...{ arm, people: count, reached, rate: share(goal.y, goal.visitors), worth: goal.visitors, orders, net },
    perPerson: share(revenue.y, goal.visitors),
    ...{ chance: won[place]?.chance ?? 0, loss: won[place]?.loss ?? 0 },
    against: against.get(arm) ?? null,
  }));
  const evenness = sampleRatio(
    arms.map(({ arm, expected }) => ({ visitors: sums.get(arm)?.people ?? 0, weight: expected })),
  );
  const counted = figures.reduce((sum, arm) => sum + arm.people, 0);
  return {
    ...{ arms: figures, people: counted, limit, evenness },
    verdict: verdictOf({
      ...{ people: counted, inTwoArms, hasBase: against.size > 0, isUneven: evenness < brokenBelow },
      ...missingOf(figures, figures.find(({ arm }) => arm === base)?.people ?? 0, counted),
      findings: findingsOf(figures),
    }),
  };
}

function emptySums(arm: string): Sums {
  const sums = { goal: unweighted(), revenue: unweighted() };
  return { arm, sums, people: 0, reached: 0, usual: null, orders: 0, net: 0 };
}

function share(part: number, of: number): number {
  return of === 0 ? 0 : part / of;
}

/** What chance does not explain, the most certain first. */
function findingsOf(arms: readonly ArmFigures[]): Finding[] {
  const found = arms.flatMap(({ arm, against }) =>
    measures.flatMap((by) => {
      const one = against?.[by];
      return one?.isKnown && one.luck <= 0.05 ? [{ arm, by, isBetter: one.mean > 0, luck: one.luck }] : [];
    }),
  );
  return found.sort((a, b) => a.luck - b.luck);
}

/** How many people more, of all arms, until the first of them can be told of; and whether one can be already. */
function missingOf(
  arms: readonly ArmFigures[],
  ofBase: number,
  counted: number,
): { isEnough: boolean; more: number | null } {
  const goals = arms.flatMap(({ people, against }) => (against ? [{ people, goal: against.goal }] : []));
  const known = goals.filter(({ goal }) => goal.isKnown);
  const needs = (known.length > 0 ? known : goals).flatMap(({ people, goal }) => {
    const more = goal.isKnown ? goal.tenthNeeds : goal.visitors;
    // Of all who come these two arms get a part.
    return more === null || people + ofBase === 0 ? [] : [Math.ceil((more * counted) / (people + ofBase))];
  });
  return { isEnough: known.length > 0, more: needs.length > 0 ? Math.min(...needs) : null };
}
