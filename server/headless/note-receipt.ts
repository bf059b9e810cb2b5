import { cookielessPrefix } from '../collect/folded.ts';
import type { OpenShop } from '../collect/open-shop.ts';
import type { Receipt } from '../log/receipt.ts';

interface Noted {
  id: string;
  visitor: string | null;
  page: { id: string; path: string } | undefined;
  receipts: Receipt[];
  /** ms since 1970. */
  now: number;
}

/** Of whom a server names nobody. */
const nobody = `${cookielessPrefix}server`;

/** Why it was answered so; no answer waits for it. */
export function noteReceipt(
  { id, visitor, page, receipts, now }: Noted,
  open: OpenShop,
  { later }: { later(work: Promise<unknown>): void },
): void {
  const of = page ?? { id: '', path: '' };
  later(open.note({ id, visitor: visitor ?? nobody, at: now, name: 'decision', page: of, receipts }));
}
