import { Problem } from '../problem.ts';

/** The shops whose catalogue is being replaced: by one file or feed at a time, since both are staged in one table. */
export interface UnderWay {
  /** Lines read so far; null where nothing is under way. */
  of(shop: string): number | null;
  /** Throws a 409 where another one is under way. */
  during<T>(shop: string, work: (progress: (lines: number) => void) => Promise<T>): Promise<T>;
}

export function createUnderWay(): UnderWay {
  const lines = new Map<string, number>();
  return {
    of: (shop) => lines.get(shop) ?? null,
    during: async (shop, work) => {
      if (lines.has(shop)) throw new Problem(409, 'import-running', 'Another import of this catalogue is under way.');
      lines.set(shop, 0);
      try {
        return await work((count) => void lines.set(shop, count));
      } finally {
        lines.delete(shop);
      }
    },
  };
}
