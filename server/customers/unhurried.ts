interface Pace {
  /** ms of work between two pauses; and steps, since at the edge no time passes while something works. */
  slice: number;
  steps: number;
  /** ms that a pause lasts at least. */
  rest: number;
}

const usualPace: Pace = { slice: 8, steps: 64, rest: 0 };

/** Runs a long computation in slices, so that whoever waits for an answer goes first; null when it is stopped. */
export async function unhurried<T>(
  work: Generator<unknown, T>,
  isStopped = () => false,
  { slice, steps: mostSteps, rest } = usualPace,
): Promise<T | null> {
  for (let began = performance.now(), steps = 1; !isStopped(); steps++) {
    const step = work.next();
    if (step.done) return step.value;
    if (steps % mostSteps > 0 && performance.now() - began < slice) continue;
    await new Promise((resolve) => setTimeout(resolve, rest));
    began = performance.now();
  }
  return null;
}
