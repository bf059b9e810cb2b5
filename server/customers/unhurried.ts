/** ms of work between two pauses; and steps, since at the edge no time passes while something works. */
const slice = 8;
const mostSteps = 64;

/** Runs a long computation in slices, so that whoever waits for an answer goes first; null when it is stopped. */
export async function unhurried<T>(work: Generator<void, T>, isStopped = () => false): Promise<T | null> {
  for (let began = performance.now(), steps = 1; !isStopped(); steps++) {
    const step = work.next();
    if (step.done) return step.value;
    if (steps % mostSteps > 0 && performance.now() - began < slice) continue;
    await new Promise((resolve) => setTimeout(resolve));
    began = performance.now();
  }
  return null;
}
