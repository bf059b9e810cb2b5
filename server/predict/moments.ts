/** Moments of a session, by their features, until it is known how it ended: packed, since thousands of sessions are open. */
export interface Moments {
  readonly count: number;
  /** `foretold`: the chance that was said of it. */
  add(features: readonly number[], foretold: number): void;
  /** Calls back with each and forgets it. The features are good until the next one. */
  settle(each: (features: readonly number[], foretold: number) => void): void;
}

/** `width`: features of a moment. */
export function createMoments(width: number): Moments {
  const row = width + 1;
  let numbers = new Float32Array(2 * row);
  let count = 0;
  return {
    get count() {
      return count;
    },
    add: (features, foretold) => {
      if ((count + 1) * row > numbers.length) {
        const wider = new Float32Array(2 * numbers.length);
        wider.set(numbers);
        numbers = wider;
      }
      numbers.set(features, count * row);
      numbers[count * row + width] = foretold;
      count++;
    },
    settle: (each) => {
      const features = Array<number>(width).fill(0.5);
      for (let place = 0; place < count; place++) {
        for (let index = 0; index < width; index++) features[index] = numbers[place * row + index] ?? 0;
        each(features, numbers[place * row + width] ?? 0);
      }
      numbers = new Float32Array(2 * row);
      count = 0;
    },
  };
}
