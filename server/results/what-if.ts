import { z } from 'zod';
import { eachOf } from '../earnings/each-of.ts';
import { fewestVisitors } from '../experiments/always-valid.ts';
import { type Logged, type PolicyValue, policyValue } from '../experiments/off-policy.ts';
import { winsorLimit } from '../experiments/winsor-limit.ts';
import { inSlices } from '../profit/in-slices.ts';
import type { ShopWithResults } from './load-doings.ts';
import { loadTrial, type Trial } from './load-trial.ts';
import type { Measure } from './verdict.ts';

/** Arm -> how often it would be drawn, beside the others. */
export const Shares = z
  .record(z.string().max(40), z.number().min(0).max(100))
  .refine((shares) => Object.values(shares).some((share) => share > 0), 'one arm at least has a share');

type Values = Record<Measure, PolicyValue>;

/** What would have come of it, had these people been shared out otherwise. Revenue in minor units a person, nobody counting for more than the limit. */
export type WhatIf = { people: number; was: Values | null } & (
  | { isKnown: true; would: Values }
  /** Nobody was drawn into these arms: nothing is known of what they bring. */
  | { isKnown: false; because: 'never-drawn'; arms: string[] }
  /** The people who were drawn as it asks tell as much as so few. */
  | { isKnown: false; because: 'too-few'; worth: number; needed: number }
);

export async function whatIf(
  id: string,
  shares: z.infer<typeof Shares>,
  shop: ShopWithResults,
  now: number,
): Promise<WhatIf> {
  const trial = await loadTrial(id, shop, now);
  return inSlices(estimated(trial, new Map(Object.entries(shares))));
}

/** Yields between some people. */
export function* estimated(
  { people, doings }: Pick<Trial, 'people' | 'doings'>,
  shares: ReadonlyMap<string, number>,
): Generator<void, WhatIf> {
  const whole = [...shares.values()].reduce((sum, share) => sum + share, 0);
  const limit = winsorLimit([...doings.values()].map(({ net }) => net)) ?? 0;
  const logs = { was: logsOf(), would: logsOf() };
  const drawn = new Set<string>();
  yield* eachOf(people.values(), ({ person, arm, propensity }) => {
    // Such a draw could not happen, and stands for nobody.
    if (propensity <= 0) return;
    drawn.add(arm);
    const doing = doings.get(person);
    const outcomes = { goal: doing?.reached ? 1 : 0, revenue: Math.min(doing?.net ?? 0, limit) };
    const wouldBe = (shares.get(arm) ?? 0) / whole;
    for (const by of ['goal', 'revenue'] as const) {
      logs.was[by].push({ outcome: outcomes[by], propensity, wouldBe: propensity });
      logs.would[by].push({ outcome: outcomes[by], propensity, wouldBe });
    }
  });
  const [was, would] = [valuesOf(logs.was), valuesOf(logs.would)];
  const missing = [...shares].filter(([arm, share]) => share > 0 && !drawn.has(arm)).map(([arm]) => arm);
  const about = { people: people.size, was };
  if (missing.length > 0) return { ...about, isKnown: false, because: 'never-drawn', arms: missing };
  const worth = Math.floor(would?.goal.worth ?? 0);
  if (!would || worth < fewestVisitors)
    return { ...about, isKnown: false, because: 'too-few', worth, needed: fewestVisitors };
  return { ...about, isKnown: true, would };
}

function logsOf(): Record<Measure, Logged[]> {
  return { goal: [], revenue: [] };
}

function valuesOf(logs: Record<Measure, Logged[]>): Values | null {
  const [goal, revenue] = [policyValue(logs.goal), policyValue(logs.revenue)];
  return goal && revenue && { goal, revenue };
}
