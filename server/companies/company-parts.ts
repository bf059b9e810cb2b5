import type { Company } from '../log/log-event.ts';

/** Companies that are read together. */
const partSize = 256;

interface Parts {
  /** From 1 on; the same company has one number. */
  numberOf(packed: string): Promise<number>;
  /** Keeps what is left; resolves with how many there are. */
  end(): Promise<number>;
}

/** Numbers companies and hands them on, so many at a time. */
export function createParts(keep: (kept: { part: number; body: string }) => Promise<void>): Parts {
  const numbers = new Map<string, number>();
  let waiting: string[] = [];
  let part = 0;
  async function flush(): Promise<void> {
    if (waiting.length === 0) return;
    await keep({ part: part++, body: `[${waiting.join(',')}]` });
    waiting = [];
  }
  return {
    numberOf: async (packed) => {
      const known = numbers.get(packed);
      if (known !== undefined) return known;
      numbers.set(packed, numbers.size + 1);
      waiting.push(packed);
      if (waiting.length === partSize) await flush();
      return numbers.size;
    },
    end: async () => {
      await flush();
      return numbers.size;
    },
  };
}

export function packCompany({ name, domain = '', industry = '', size = '' }: Company): string {
  return JSON.stringify([name, domain, industry, size]);
}

/** In which part a company is, and where in it. */
export function placeOf(number: number): { part: number; at: number } {
  return { part: Math.floor((number - 1) / partSize), at: (number - 1) % partSize };
}

export function companiesIn(body: string): Company[] {
  return (JSON.parse(body) as [string, string, string, string][]).map(([name, domain, industry, size]) => ({
    name,
    ...(domain === '' ? {} : { domain }),
    ...(industry === '' ? {} : { industry }),
    ...(size === '' ? {} : { size }),
  }));
}
