import { note, nothing, type Outcome } from '../experiments/outcome.ts';
import { brokenBelow, sampleRatio } from '../experiments/sample-ratio.ts';
import { winsorLimit } from '../experiments/winsor-limit.ts';
import { compareArms, type Difference } from './compare-arms.ts';

/** Someone for whom it was drawn whether a shelf is there, by person and moment: ms since 1970. */
export interface Draw {
  person: string;
  /** Of how many visitors the shelf was kept away, in whole percent. */
  share: number;
  arm: 'shelf' | 'without';
  at: number;
  day: string;
}

/** What somebody bought in an order. */
export interface Purchase {
  person: string;
  at: number;
  /** Minor units of the shop's currency, less what came back. */
  net: number;
  /** Neither cancelled nor a mere return. */
  counts: boolean;
}

export interface ArmFigures {
  visitors: number;
  buyers: number;
  /** Net revenue per visitor, no buyer counting for more than the limit: minor units. */
  perVisitor: number;
}

/** What a shelf brings that would not have been there without it. Amounts in minor units of one currency. */
export interface Incremental {
  /** The share that was compared: the newest; and since when it was drawn by it. */
  share: number;
  since: string;
  shelf: ArmFigures;
  without: ArmFigures;
  /** Per visitor with the shelf; and for all of them together. */
  revenue: Difference;
  /** Of a hundred visitors, so many more buy: `mean` 0.01 is one. */
  conversion: Difference;
  /** No buyer counts for more than this: what 99 of 100 buyers spent less than. Null where nobody bought. */
  limit: number | null;
  /** The groups are not of the sizes by which they were drawn, more than chance makes them: something is counted for one of them alone. */
  isUneven: boolean;
}

/** Draws or purchases between two pauses. */
const together = 500;

/**
 * By person: whoever was drawn first is of that arm, and all that they bought from then on counts. Where the share was changed, those
 * who were drawn by another one are left out: with each share the chance is another, and arms of different chances are not alike.
 * Null where nothing was drawn. `to`: the last day of the period. Yields between some of them.
 */
export function* incremental(
  draws: readonly Draw[],
  purchases: readonly Purchase[],
  to: string,
): Generator<void, Incremental | null> {
  const share = yield* newestShare(draws);
  if (share === null) return null;
  const first = new Map<string, Draw>();
  let since = to;
  let looked = 0;
  for (const draw of draws) {
    if (++looked % together === 0) yield;
    if (draw.share !== share) continue;
    if (draw.day < since) since = draw.day;
    const known = first.get(draw.person);
    // At one moment a person has only one device that draws.
    if (!known || draw.at < known.at || (draw.at === known.at && draw.arm < known.arm)) first.set(draw.person, draw);
  }
  const spent = new Map<string, { net: number; orders: number }>();
  for (const { person, at, net, counts } of purchases) {
    if (++looked % together === 0) yield;
    const draw = first.get(person);
    if (!draw || at < draw.at) continue;
    const sum = spent.get(person) ?? { net: 0, orders: 0 };
    spent.set(person, { net: sum.net + net, orders: sum.orders + (counts ? 1 : 0) });
  }
  const limit = winsorLimit([...spent.values()].map(({ net }) => net));
  const arms = { shelf: emptyArms(), without: emptyArms() };
  for (const [person, { arm }] of first) {
    if (++looked % together === 0) yield;
    const { net, orders } = spent.get(person) ?? { net: 0, orders: 0 };
    add(arms[arm], Math.min(net, limit ?? 0), orders > 0);
  }
  const days = (Date.parse(to) - Date.parse(since)) / 86_400_000 + 1;
  return {
    share,
    since,
    shelf: figuresOf(arms.shelf),
    without: figuresOf(arms.without),
    revenue: compareArms(arms.shelf.revenue, arms.without.revenue, days),
    conversion: compareArms(arms.shelf.conversion, arms.without.conversion, days),
    limit,
    isUneven:
      sampleRatio([
        { visitors: arms.shelf.revenue.visitors, weight: 100 - share },
        { visitors: arms.without.revenue.visitors, weight: share },
      ]) < brokenBelow,
  };
}

/** Of the draw that was last; where several are, of the largest. */
function* newestShare(draws: readonly Draw[]): Generator<void, number | null> {
  let newest: Draw | null = null;
  for (const [place, draw] of draws.entries()) {
    if (place % together === 0) yield;
    if (!newest || draw.at > newest.at || (draw.at === newest.at && draw.share > newest.share)) newest = draw;
  }
  return newest?.share ?? null;
}

interface Arms {
  revenue: Outcome;
  conversion: Outcome;
}

function emptyArms(): Arms {
  return { revenue: { ...nothing }, conversion: { ...nothing } };
}

function add({ revenue, conversion }: Arms, net: number, buys: boolean): void {
  note(revenue, net);
  note(conversion, buys ? 1 : 0);
}

function figuresOf({ revenue, conversion }: Arms): ArmFigures {
  const { visitors, y } = revenue;
  return { visitors, buyers: conversion.active, perVisitor: visitors === 0 ? 0 : y / visitors };
}
