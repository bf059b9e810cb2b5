/** Facts between two pauses. */
const together = 500;

/** Looks at one after the other; yields between some. */
export function* eachOf<T>(all: Iterable<T>, look: (one: T) => void): Generator<void, void> {
  let place = 0;
  for (const one of all) {
    if (++place % together === 0) yield;
    look(one);
  }
}
