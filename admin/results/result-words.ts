import type { formatsFor } from '../language/formats.ts';

type Formats = Pick<ReturnType<typeof formatsFor>, 'money' | 'decimal'>;

/** How results are written: a share as people of a hundred, and minor units, less by a true minus. */
export function resultWords({ money, decimal }: Formats, currency: string) {
  return {
    perHundred: (share: number) => decimal(Math.round(share * 1_000) / 10).replace('-', '−'),
    inMoney: (amount: number) => money({ amount: Math.round(amount), currency }).replace('-', '−'),
  };
}
