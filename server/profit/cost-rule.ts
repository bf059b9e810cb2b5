import { z } from 'zod';
import { type Channel, channels } from '../acquisition/channel.ts';
import { plainText } from '../plain-text.ts';

/**
 * What an indirect cost is per: an order that was placed; a parcel that went out; an order of which something came back; a piece that was
 * sent; a visit; a minute of service; in hundredths of a percent, net revenue; or a month, dealt out to its orders by what is named.
 */
export const costBases = [
  'order',
  'parcel',
  'return',
  'piece',
  'visit',
  'minute',
  'revenue',
  'month-revenue',
  'month-order',
  'month-piece',
] as const;

export type CostBase = (typeof costBases)[number];

export type MonthShare = 'revenue' | 'order' | 'piece';

/** By what a month's cost is dealt out; null for what is not per month. */
export function monthShareOf(per: CostBase): MonthShare | null {
  switch (per) {
    case 'month-revenue':
      return 'revenue';
    case 'month-order':
      return 'order';
    case 'month-piece':
      return 'piece';
    default:
      return null;
  }
}

/** What a rule says from a day on, until it says something else. An older period is reckoned by what it said then. */
export interface CostTerms {
  rule: string;
  /** `2026-11-21`, in the shop's zone. */
  since: string;
  name: string;
  per: CostBase;
  /** Of this channel alone: visits that came by it, orders whose visitor did. */
  channel: Channel | null;
  /** Minor units of the shop's currency for one, or hundredths of a percent; null from when on it costs nothing more. */
  amount: number | null;
}

export const TermsIn = z.object({
  since: z.iso.date('write the day as 2026-11-21'),
  name: z.string().trim().min(1).max(80).regex(plainText),
  per: z.enum(costBases),
  channel: z.enum(channels).nullable(),
  /** A decimal in the shop's currency, or percent; null where it ends. */
  amount: z.string().trim().min(1).max(30).nullable(),
});

/** The terms that hold on a day, one a rule at most. `all` may be in any order. */
export function termsOn(all: readonly CostTerms[], day: string): CostTerms[] {
  const newest = new Map<string, CostTerms>();
  for (const terms of all) {
    if (terms.since > day) continue;
    const known = newest.get(terms.rule);
    if (!known || terms.since > known.since) newest.set(terms.rule, terms);
  }
  return [...newest.values()].filter(({ amount }) => amount !== null);
}
