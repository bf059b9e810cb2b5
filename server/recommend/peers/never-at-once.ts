import type { Recommender } from '../next/recommender.ts';
import type { Sessions } from '../next/sessions.ts';
import { eachSession } from './rules.ts';

/** Share of steps. */
const rare = 0.01;

/**
 * Where hardly a training session has an item twice in a row (many logs leave repeats out), the last item is no answer. The published
 * methods leave that to who prepares the data, so it is done for all of them.
 */
export function neverAtOnce(train: Sessions, recommender: Recommender): Recommender {
  if (hasRepeats(train)) return recommender;
  let wider = new Int32Array(0);
  return {
    ...recommender,
    rank: (prefix, length, time, out) => {
      if (wider.length !== out.length + 1) wider = new Int32Array(out.length + 1);
      const last = prefix[length - 1];
      const found = recommender.rank(prefix, length, time, wider);
      let size = 0;
      for (let place = 0; place < found && size < out.length; place++)
        if (wider[place] !== last) out[size++] = wider[place] ?? 0;
      return size;
    },
  };
}

function hasRepeats(train: Sessions): boolean {
  let steps = 0;
  let repeats = 0;
  eachSession(train, (session) => {
    for (let at = 1; at < session.length; at++) if (session[at] === session[at - 1]) repeats++;
    steps += Math.max(0, session.length - 1);
  });
  return repeats >= rare * Math.max(1, steps);
}
