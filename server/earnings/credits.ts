import { dayCode, dayText } from '../profit/code-of.ts';
import { createReckoner, type Known } from '../profit/reckon.ts';
import type { Sold } from '../profit/sale-book.ts';
import { is } from '../profit/sale-page.ts';
import { netOf } from '../profit/steps.ts';
import type { Click, LastClick } from './last-click.ts';

/** A line of an order that follows a click. */
export interface Credit {
  click: Click;
  /** The order's day. */
  day: string;
  /** A number of the order's own. */
  order: number;
  /** Neither cancelled nor a mere return: it is counted as an order. */
  counts: boolean;
  /** Without what came back. */
  pieces: number;
  /** Paid for it and not given back: minor units of the shop's currency. */
  net: number;
}

export interface Period {
  /** Days of the shop's zone, both within. */
  from: string;
  to: string;
}

/** A sale, as `sales` goes through them. `lines` only until the next one. */
export interface SaleSeen {
  order: number;
  at: number;
  day: string;
  person: string;
  counts: boolean;
  net: number;
  lines(): { product: string; pieces: number; net: number }[];
}

/** Currency -> orders of days without a rate of it; they are nowhere else. */
export type Unrated = ReadonlyMap<string, number>;

/** Each line of an order once, by the last click that led to it; and what has no rate. Yields between some sales. */
export function* creditsOf(
  sold: Sold,
  { from, to, known, last }: Period & { known: Known; last: LastClick },
): Generator<void, { credits: Credit[]; unrated: Unrated }> {
  const credits: Credit[] = [];
  const unrated = yield* salesWithin(sold, { from, to, known }, ({ order, at, day, person, counts, lines }) => {
    if (!last.has(person)) return;
    for (const { product, pieces, net } of lines()) {
      const click = last.of(person, product, at);
      if (click) credits.push({ click, day, order, counts, pieces, net });
    }
  });
  return { credits, unrated };
}

/** Goes through the sales of a period, and returns the orders of each currency without a rate. */
export function* salesWithin(
  { columns, persons, personOf }: Sold,
  { from, to, known }: Period & { known: Known },
  look: (sale: SaleSeen) => void,
): Generator<void, Unrated> {
  const [first, end] = [dayCode(from), dayCode(to)];
  const reckoner = createReckoner(columns, known);
  const unrated = new Map<string, number>();
  let place = -1;
  for (const page of columns.pages) {
    yield;
    place++;
    if (page.lastDay < first || page.firstDay > end) continue;
    for (let row = 0; row < page.count; row++) {
      const day = page.day[row] ?? 0;
      if (day < first || day > end) continue;
      const counts = ((page.flags[row] ?? 0) & (is.return | is.cancelled)) === 0;
      if (!reckoner.sale(page, row)) {
        const currency = columns.currencies.text(page.currency[row] ?? 0) ?? '';
        if (counts) unrated.set(currency, (unrated.get(currency) ?? 0) + 1);
        continue;
      }
      look({
        order: place * page.at.length + row,
        at: page.at[row] ?? 0,
        day: dayText(day),
        person: persons.text(personOf[page.visitor[row] ?? 0] ?? 0) ?? '',
        counts,
        net: netOf(reckoner.sums),
        lines: () => {
          reckoner.lines(page, row);
          const { parts, steps } = reckoner;
          const { product, quantity, returned } = page.lines;
          const begin = page.from[row] ?? 0;
          return Array.from({ length: page.length[row] ?? 0 }, (_, line) => ({
            product: columns.products.text(product[begin + line] ?? 0) ?? '',
            pieces: (quantity[begin + line] ?? 0) - (returned[begin + line] ?? 0),
            net: netOf(parts.subarray(line * steps, (line + 1) * steps)),
          }));
        },
      });
    }
  }
  return unrated;
}
