/** What was foretold between two chances, and how often it happened. */
export interface Bin {
  count: number;
  /** Sum of what was foretold. */
  foretold: number;
  happened: number;
}

const count = 10;

export function emptyBins(): Bin[] {
  return Array.from({ length: count }, () => ({ count: 0, foretold: 0, happened: 0 }));
}

/** Adds a case to the bin of its chance, in place. */
export function note(bins: readonly Bin[], foretold: number, happened: boolean): void {
  const bin = bins[Math.min(count - 1, Math.floor(foretold * count))];
  if (!bin) return;
  bin.count++;
  bin.foretold += foretold;
  bin.happened += Number(happened);
}
