/** Moments of a session until it is over, by their features: packed, since thousands of sessions are open. */
export interface Moments {
  readonly count: number;
  /** `foretold`: the chance that was said of it. */
  add(features: readonly number[], foretold: number): void;
  /** What was foretold in all moments so far has happened. */
  happen(): void;
  /** Calls back with each. The features are good until the next one. */
  each(learn: (features: readonly number[], foretold: number, happened: boolean) => void): void;
}

/** `width`: features of a moment. */
export function createMoments(width: number): Moments {
  const row = width + 1;
  let numbers = new Float32Array(2 * row);
  let count = 0;
  let happened = 0;
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
    happen: () => {
      happened = count;
    },
    each: (learn) => {
      // Of one kind from the start, which is what makes reading them fast.
      const features = Array<number>(width).fill(0.5);
      for (let place = 0; place < count; place++) {
        for (let index = 0; index < width; index++) features[index] = numbers[place * row + index] ?? 0;
        learn(features, numbers[place * row + width] ?? 0, place < happened);
      }
    },
  };
}
