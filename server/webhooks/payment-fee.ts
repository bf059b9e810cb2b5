import type { Note } from './line-details.ts';

/** Where WooCommerce's gateways note what a payment cost: Stripe's, WooPayments, and PayPal's; the last as a breakdown. */
const feeNames = ['_stripe_fee', '_wcpay_transaction_fee', 'PayPal Transaction Fee'];
const payPalBreakdown = '_ppcp_paypal_fees';
/** In which Stripe has paid the shop out, and taken its fee. */
const stripeCurrency = '_stripe_currency';

/** A decimal in the order's currency; nothing where nobody has noted it, or in another currency. */
export function paymentFee(notes: readonly Note[], currency: string): { payment_fee?: string } {
  const noted = new Map(notes.map(({ name, value }) => [name, value]));
  const paidOut = noted.get(stripeCurrency);
  if (typeof paidOut === 'string' && paidOut.toUpperCase() !== currency) return {};
  const told = feeNames.map((name) => noted.get(name)).find((value) => value !== undefined && value !== '');
  const amount = Number(told ?? payPalFee(noted.get(payPalBreakdown), currency) ?? Number.NaN);
  return amount > 0 && Number.isFinite(amount) ? { payment_fee: amount.toFixed(4) } : {};
}

function payPalFee(breakdown: unknown, currency: string): unknown {
  if (typeof breakdown !== 'object' || breakdown === null || !('paypal_fee' in breakdown)) return null;
  const { paypal_fee: fee } = breakdown;
  if (typeof fee !== 'object' || fee === null || !('value' in fee) || !('currency_code' in fee)) return null;
  return fee.currency_code === currency ? fee.value : null;
}
