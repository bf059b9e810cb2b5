import { cart } from './cart.ts';
import { ga4 } from './ga4.ts';
import { klaviyo } from './klaviyo.ts';
import { matomo } from './matomo.ts';
import { page } from './page.ts';
import { type Dialect, fieldsOf, listOf } from './said.ts';
import { segment } from './segment.ts';
import { shopify } from './shopify.ts';
import { woo } from './woo.ts';

/** The languages in which a shop's own page may say things, the most trustworthy first: after our own come these. */
export const dialects = { ga4, segment, matomo, klaviyo, shopify, woo, page, cart } satisfies Record<string, Dialect>;

export type Way = 'own' | keyof typeof dialects;

/** In what order they are believed where two of them say the same. */
export const ways: readonly Way[] = ['own', 'ga4', 'segment', 'matomo', 'klaviyo', 'shopify', 'woo', 'page', 'cart'];

/**
 * The snippet forwards what a page says in another language as `{name: 'said', params: {via, words}}`. This returns it in our
 * words; null where it says nothing that is kept; undefined where `value` is no such event.
 */
export function translate(value: unknown): { event: unknown; way: Way } | null | undefined {
  const event = fieldsOf(value);
  if (event.name !== 'said') return undefined;
  const { via, words } = fieldsOf(event.params);
  const way = ways.find((one) => one === via);
  if (way === undefined || way === 'own') return null;
  const said = dialects[way](listOf(words));
  return said && { event: { ...event, ...said }, way };
}
