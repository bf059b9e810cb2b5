import type { Recommender } from '../next/recommender.ts';
import { addScore, bestOf, emptyScores } from '../next/scores.ts';
import { type Sessions, sessionCount } from '../next/sessions.ts';

/** What is seen most, whoever asks. */
export function fitPopular(train: Sessions): Recommender {
  const counts = emptyScores(train.itemCount);
  for (let at = train.starts[0] ?? 0; at < (train.starts[sessionCount(train)] ?? 0); at++)
    addScore(counts, train.items[at] ?? 0, 1);
  return {
    rank: (_prefix, _length, _time, out) => bestOf(counts, out),
    learn: (session) => {
      for (const item of session) if (item >= 0) addScore(counts, item, 1);
    },
    bytes: () => counts.of.byteLength + counts.items.byteLength,
  };
}
