import { parseResponse } from 'hono/client';
import { useEffect, useState } from 'preact/hooks';
import type { PropsOf } from '../../widgets/define.ts';
import type { loan } from '../../widgets/loan/definition.ts';
import { client } from '../api/client.ts';
import type { Language } from '../language/languages.ts';
import type { Loan } from './draft.ts';

type DrawnLoan = PropsOf<typeof loan>;

/** ms without a key after which it is asked. */
const pause = 250;

/** What a product with a round price costs by these terms, as the server words it, but for the merchant's words; null while that is not known, and for none. */
export function useDrawnLoan(loan: Loan | null, language: Language): DrawnLoan | null {
  const [drawn, setDrawn] = useState<DrawnLoan | null>(null);
  const asked = loan && JSON.stringify({ loan: { widget: 'loan', terms: loan.terms, down: loan.down }, language });
  useEffect(() => {
    if (asked === null) return setDrawn(null);
    let isCurrent = true;
    const ask = async () => {
      const answer = await parseResponse(client.campaigns.loan.$post({ json: JSON.parse(asked) }));
      if (isCurrent) setDrawn(answer);
    };
    // Terms that cannot be drawn yet are being typed.
    const timer = setTimeout(() => ask().catch(() => {}), pause);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [asked]);
  return drawn;
}
