/** ms of work between two pauses. */
const slice = 8;

/** Runs a long computation in slices, so that whoever waits for an answer goes first; null when it is stopped. */
export async function unhurried<T>(work: Generator<void, T>, isStopped = () => false): Promise<T | null> {
  for (let began = performance.now(); !isStopped(); ) {
    const step = work.next();
    if (step.done) return step.value;
    if (performance.now() - began < slice) continue;
    await new Promise((resolve) => setTimeout(resolve));
    began = performance.now();
  }
  return null;
}
