/** Products as the model counts them: from 0, in the order in which they were first heard of. */
export interface ItemNumbers {
  /** Gives a number to a product that has none; -1 when there are too many. */
  of(product: string): number;
  /** -1 for a product that nobody has spoken of. */
  find(product: string): number;
  readonly names: readonly string[];
}

/** Pages can name anything: beyond this nothing more is learned. */
const most = 2 ** 18;

export function createItemNumbers(): ItemNumbers {
  const names: string[] = [];
  const numbers = new Map<string, number>();
  const find = (product: string) => numbers.get(product) ?? -1;
  return {
    names,
    find,
    of: (product) => {
      const known = find(product);
      if (known >= 0 || names.length >= most) return known;
      numbers.set(product, names.length);
      return names.push(product) - 1;
    },
  };
}
