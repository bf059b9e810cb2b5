import fc from 'fast-check';
import { telling } from './interest.ts';
import { halfLifeBounds, speaksFor, type Taste, TasteIn, weightBounds } from './taste.ts';

const { most, step } = weightBounds;

/** Any taste that a merchant may choose. For tests. */
export const arbitraryTaste: fc.Arbitrary<Taste> = fc
  .record({
    steps: fc.tuple(...telling.map(() => fc.integer({ min: 0, max: most / step }))),
    halfLifeDays: fc.integer({ min: halfLifeBounds.least, max: halfLifeBounds.most }),
  })
  .map(({ steps, halfLifeDays }) => ({
    weights: Object.fromEntries(
      telling.map((name, place) => [name, (speaksFor(name) ? step : -step) * (steps[place] ?? 0) + 0]),
    ),
    halfLifeDays,
  }))
  .filter((taste): taste is Taste => TasteIn.safeParse(taste).success);
