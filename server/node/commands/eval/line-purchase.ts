import type { Purchase } from '../../../customers/purchases.ts';

/** What came back says nothing of when something is needed again; nor does what nobody known bought. */
export function linePurchase(line: string): Purchase[] {
  const [, product = '', quantity = '', time = '', , person = ''] = line.split('\t');
  const at = Date.parse(`${time.replace(' ', 'T')}Z`);
  return Number(quantity) > 0 && person !== '' && !Number.isNaN(at)
    ? [{ person, product, at, quantity: Number(quantity) }]
    : [];
}
