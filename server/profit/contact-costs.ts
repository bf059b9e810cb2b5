import { channelCode } from './code-of.ts';
import type { Codes } from './codes.ts';
import type { Contact } from './contact.ts';
import { dealOut } from './deal-out.ts';
import { type Known, placeOf } from './reckon.ts';
import { type Keys, nowhere, type Sheet } from './sheet.ts';

/** An order, and its parts that are told apart; net revenue where it is one. */
export interface Bought {
  net: number;
  cells: { keys: Keys; net: number }[];
}

const together = 16;

/** Adds what contacts cost to what the people bought, by their codes, in the period; yields between some of them. */
export function* contactCosts(
  contacts: readonly Contact[],
  bought: ReadonlyMap<number, readonly Bought[]>,
  {
    from,
    to,
    known,
    names,
    regions,
    sheet,
  }: {
    from: string;
    to: string;
    known: Known;
    names: { persons: Codes; person(visitor: string): string };
    regions: Codes;
    sheet: Sheet;
  },
): Generator<void> {
  for (const [step, contact] of contacts.entries()) {
    if (step % together === 0) yield;
    const { visitor, day, per, count } = contact;
    if (day < from || day > to) continue;
    const came = channelCode(contact.came);
    const orders = bought.get(names.persons.known(names.person(visitor))) ?? [
      { net: 0, cells: [{ keys: { ...nowhere, channel: came, region: regions.of(contact.region) }, net: 0 }] },
    ];
    for (const terms of known.termsOn(day)) {
      if (terms.per !== per || (terms.channel !== null && terms.channel !== contact.came)) continue;
      const place = placeOf(terms.rule, known);
      // Order by order first: so an order's part is the same, whether its lines are asked for or not.
      const parts = dealt(Math.round((terms.amount ?? 0) * count), orders);
      for (const [order, { cells }] of orders.entries()) {
        const shares = dealt(parts[order] ?? 0, cells);
        for (const [cell, { keys }] of cells.entries())
          sheet.add(per === 'visit' ? { ...keys, channel: came } : keys, place, shares[cell] ?? 0);
      }
    }
  }
}

function dealt(amount: number, to: readonly { net: number }[]): number[] {
  const into: number[] = [];
  const weights = to.map(({ net }) => net);
  dealOut(amount, weights, { into, count: weights.length });
  return into;
}
