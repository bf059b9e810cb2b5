import { expect, test } from 'vitest';
import { noteWeighted, unweighted, worthOf } from '../experiments/weighted.ts';
import { chance } from '../predict/random.ts';
import { sharesFor } from './learn-shares.ts';

const content = { widget: 'shelf' as const, recipe: 'popular' };
const variants = ['a', 'b', 'c'].map((id) => ({ id, weight: 1, content }));
const truth = [0.05, 0.08, 0.05];
const best = Math.max(...truth);

/** Three thousand visitors of a shop in which ever more is bought; shares are learnt after every 250, by weighted people. What was lost beside the best variant. */
function lost(seed: number): { learning: number; fixed: number } {
  const { uniform } = chance(seed);
  const sums = variants.map(unweighted);
  const all = { learning: 0, fixed: 0 };
  let shares = variants.map(() => 1 / variants.length);
  for (let visitor = 0; visitor < 3_000; visitor++) {
    if (visitor % 250 === 0) {
      const arms = sums.map(worthOf).map(({ visitors, y }, place) => ({
        arm: variants[place]?.id ?? '',
        worth: visitors,
        rate: visitors === 0 ? 0 : y / visitors,
      }));
      shares = sharesFor({ split: { by: 'thompson', floor: 5 }, variants }, arms);
    }
    const more = 0.3 + (1.4 * visitor) / 3_000;
    let place = 0;
    for (let at = uniform() - (shares[0] ?? 0); at >= 0 && place < 2; at -= shares[place] ?? 0) place++;
    const [into, rate = 0] = [sums[place], truth[place]];
    if (!into) throw new Error('an arm of the shares');
    noteWeighted(into, Number(uniform() < rate * more), 0, 1 / (shares[place] ?? 1));
    all.learning += (best - rate) * more;
    all.fixed += (best - (truth[visitor % 3] ?? 0)) * more;
  }
  return all;
}

test('shares that are learnt lose less than fixed ones, in a shop that changes too', () => {
  const shops = Array.from({ length: 16 }, (_, seed) => lost(seed + 1));
  const sum = (of: 'learning' | 'fixed') => shops.reduce((total, shop) => total + shop[of], 0);
  expect(sum('learning')).toBeLessThan(0.65 * sum('fixed'));
});
