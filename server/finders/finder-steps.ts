import type { Store } from '../store/store.ts';
import { type Finder, traitOf } from './finder.ts';

/** How many devices have come how far with a finder, of those that may be counted; what they did longer ago counts, too. */
export interface FinderStep {
  /** A question's key. */
  question: string;
  devices: number;
}

export async function finderSteps(
  finders: readonly Finder[],
  store: Pick<Store, 'all'>,
): Promise<ReadonlyMap<string, FinderStep[]>> {
  const traits = finders.flatMap((finder) => finder.questions.map((question) => traitOf(finder, question)));
  if (traits.length === 0) return new Map();
  const rows = await store.all(
    "SELECT body ->> '$.answer.question', count(DISTINCT visitor) FROM log WHERE name = 'answer' " +
      "AND body ->> '$.answer.question' IN (SELECT value FROM json_each(?)) GROUP BY 1",
    [JSON.stringify(traits)],
  );
  const counts = new Map(rows.map(([trait, count]) => [String(trait), Number(count)]));
  return new Map(
    finders.map((finder) => [
      finder.id,
      finder.questions.map((question) => ({
        question: question.key,
        devices: counts.get(traitOf(finder, question)) ?? 0,
      })),
    ]),
  );
}
