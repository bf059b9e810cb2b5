import type { Asking, Found } from './asking.ts';

/** What so few say together is asked again and again: it is a product's page. */
const fewAnchors = 2;
/** So many more than are shown are remembered, since each time others may not be shown. */
const spare = 12;
/** In the sessions' unit, s: what is older says less, however little, with every second. */
const lasts = 60;
const mostRemembered = 2_000;

interface Answer {
  found: Found[];
  now: number;
  /** Of its anchors, together, when it was given. */
  changes: number;
}

/** An answer stands until one of its anchors is in another session: `changesOf` says how often an item was in a new or changed one. */
export function rememberedAnswers(asking: Asking, changesOf: (item: number) => number): Asking {
  const answers = new Map<string, Answer>();

  const remembered = (anchors: readonly number[], now: number, limit: number): Found[] => {
    const key = `${limit} ${anchors.join()}`;
    const changes = anchors.reduce((sum, anchor) => sum + changesOf(anchor), 0);
    const known = answers.get(key);
    if (known && known.changes === changes && Math.abs(now - known.now) <= lasts) return known.found;
    const found = asking.best(anchors, now, null, limit + spare);
    if (answers.size >= mostRemembered) answers.clear();
    answers.set(key, { found, now, changes });
    return found;
  };

  return {
    best: (anchors, now, isAllowed, limit) => {
      if (anchors.length > fewAnchors) return asking.best(anchors, now, isAllowed, limit);
      const found = remembered(anchors, now, limit);
      const allowed = found.filter(({ item }) => !isAllowed || isAllowed(item));
      // Of what was refused others would take the places.
      if (allowed.length < limit && allowed.length < found.length) return asking.best(anchors, now, isAllowed, limit);
      return allowed.slice(0, limit);
    },
  };
}
