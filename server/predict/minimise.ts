/**
 * Nelder and Mead's simplex (1965) with restarts around the best point, for the few parameters of a likelihood. It yields after
 * every step, so that whoever runs it can let others have the processor in between.
 */
export function* minimise(f: (at: readonly number[]) => number, start: readonly number[]): Generator<void, number[]> {
  let best = [...start];
  let value = f(best);
  for (let restart = 0; restart < mostRestarts; restart++) {
    const found = yield* descend(f, best);
    const gain = value - found.value;
    best = found.at;
    value = found.value;
    if (!(gain > tolerance)) break;
  }
  return best;
}

/** Runs a computation to its end without pausing. */
export function finish<T>(work: Generator<unknown, T>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

const tolerance = 1e-9;
const mostRestarts = 8;
const mostSteps = 800;
const size = 0.3;

interface Corner {
  at: number[];
  value: number;
}

function* descend(f: (at: readonly number[]) => number, start: readonly number[]): Generator<void, Corner> {
  const corner = (at: number[]): Corner => ({ at, value: f(at) });
  let simplex = [corner([...start])];
  for (let place = 0; place < start.length; place++) {
    simplex.push(corner(start.map((value, other) => (other === place ? value + size : value))));
    yield;
  }
  for (let step = 0; step < mostSteps; step++) {
    yield;
    simplex.sort((a, b) => a.value - b.value);
    const [best, worst] = [simplex[0], simplex.at(-1)];
    if (!best || !worst) throw new RangeError('nothing to minimise over');
    if (worst.value - best.value < tolerance * (1 + Math.abs(best.value)) * 1e-3 && spread(simplex) < 1e-6) break;
    const rest = simplex.slice(0, -1);
    const middle = best.at.map((_, place) => rest.reduce((sum, { at }) => sum + (at[place] ?? 0), 0) / rest.length);
    const along = (by: number) => corner(middle.map((value, place) => value + by * ((worst.at[place] ?? 0) - value)));
    const reflected = along(-1);
    const second = rest.at(-1)?.value ?? best.value;
    if (reflected.value < best.value) {
      const further = along(-2);
      simplex = [...rest, further.value < reflected.value ? further : reflected];
    } else if (reflected.value < second) simplex = [...rest, reflected];
    else {
      const nearer = reflected.value < worst.value ? along(-0.5) : along(0.5);
      if (nearer.value < Math.min(reflected.value, worst.value)) simplex = [...rest, nearer];
      else
        simplex = simplex.map((one) =>
          one === best ? one : corner(one.at.map((value, place) => (value + (best.at[place] ?? 0)) / 2)),
        );
    }
  }
  simplex.sort((a, b) => a.value - b.value);
  const [best] = simplex;
  if (!best) throw new RangeError('nothing to minimise over');
  return best;
}

function spread([best, ...rest]: readonly Corner[]): number {
  return Math.max(...rest.flatMap(({ at }) => at.map((value, place) => Math.abs(value - (best?.at[place] ?? 0)))));
}
