import type { Campaign } from '../campaigns/campaign.ts';
import type { SharesSince } from '../campaigns/campaign-book.ts';
import { sharesByWeight } from '../campaigns/prepare.ts';
import { eachOf } from '../earnings/each-of.ts';
import { goesWithout } from './draw-facts.ts';
import type { Draw } from './people.ts';

/**
 * The arms of a campaign in their order, those who go without first, with how many of these people each was to get: by the shares that were
 * in force as each was drawn. An arm that nobody could come into has no people, or is broken. `learnt`: the oldest first. Yields between some people.
 */
export function* expectedArms(
  campaign: Pick<Campaign, 'holdout' | 'variants'>,
  people: ReadonlyMap<string, Draw>,
  learnt: readonly SharesSince[],
): Generator<void, { arm: string; expected: number }[]> {
  const { holdout, variants } = campaign;
  const usual = sharesByWeight(campaign);
  const without = holdout / 100;
  const expected = variants.map(() => 0);
  yield* eachOf(people.values(), ({ at, version }) => {
    const since = learnt.findLast((one) => one.version === version && one.at <= at);
    for (const [place, share] of (since?.shares ?? usual).entries())
      expected[place] = (expected[place] ?? 0) + (1 - without) * share;
  });
  return [
    ...(holdout > 0 ? [{ arm: goesWithout, expected: without * people.size }] : []),
    ...variants.map(({ id }, place) => ({ arm: id, expected: expected[place] ?? 0 })),
  ];
}
