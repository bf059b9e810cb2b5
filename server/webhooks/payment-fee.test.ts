import { expect, test } from 'vitest';
import { paymentFee } from './payment-fee.ts';

const breakdown = (currency_code: string) => ({ paypal_fee: { currency_code, value: '2.94' }, net_amount: {} });

test.each<[string, Record<string, unknown>, string | undefined]>([
  ['Stripe’s', { _stripe_fee: '1.84', _stripe_net: '48.16', _stripe_currency: 'eur' }, '1.8400'],
  ['Stripe’s, where it pays out in another currency', { _stripe_fee: '1.84', _stripe_currency: 'USD' }, undefined],
  ['WooPayments’', { _wcpay_transaction_fee: 1.75 }, '1.7500'],
  ['PayPal’s old plugin’s', { 'PayPal Transaction Fee': '0.64' }, '0.6400'],
  ['PayPal’s breakdown', { _ppcp_paypal_fees: breakdown('EUR') }, '2.9400'],
  ['PayPal’s breakdown in another currency', { _ppcp_paypal_fees: breakdown('USD') }, undefined],
  ['one that is no number', { _stripe_fee: 'free', _ppcp_paypal_fees: null }, undefined],
  ['none', {}, undefined],
])('the fee of a payment: %s', (_, notes, expected) => {
  const all = Object.entries(notes).map(([name, value]) => ({ name, value }));
  expect(paymentFee(all, 'EUR').payment_fee).toBe(expected);
});
