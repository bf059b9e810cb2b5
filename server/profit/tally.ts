import { dayCode } from './code-of.ts';
import type { Contact } from './contact.ts';
import { type Bought, contactCosts } from './contact-costs.ts';
import { monthDealing } from './month-dealing.ts';
import { createReckoner, type Known } from './reckon.ts';
import type { SaleColumns } from './sale-columns.ts';
import { is, type SalePage } from './sale-page.ts';
import {
  categoriesOf,
  createSheet,
  type Dimension,
  isOfLines,
  type Keys,
  type Naming,
  nowhere,
  type Rows,
  total,
} from './sheet.ts';
import { netOf } from './steps.ts';

export interface Asked {
  by: Dimension;
  /** Only of this one. A key is null for what is not known. */
  of: { by: Dimension; key: string | null } | null;
  /** Days of the shop's zone, both within. */
  from: string;
  to: string;
}

export interface Tally {
  rows: Rows;
  /** Orders of currencies of which no rate is known for their days, whole; amounts in minor units of these. They are in no row. */
  unrated: { currency: string; orders: number; net: number }[];
}

/** Whose and what sales are. */
export interface Names extends Naming {
  /** Whose a visitor is, who has perhaps bought nothing. */
  person(visitor: string): string;
}

/**
 * Adds sales and contacts up by what is asked. Each sale is of exactly one customer, channel and region; its lines are of exactly one
 * product and category each. What someone cost without ordering follows what they ordered in the period, by its net revenue; what a
 * month costs follows its orders. Yields between some sales.
 */
export function* tally(
  columns: SaleColumns,
  contacts: readonly Contact[],
  { asked, known, names }: { asked: Asked; known: Known; names: Names },
): Generator<void, Tally> {
  const [from, to] = [dayCode(asked.from), dayCode(asked.to)];
  // Perhaps nothing was sold where someone was.
  for (const { region } of contacts) columns.regions.of(region);
  const categories = yield* categoriesOf(columns.products, names.category);
  const rules = known.rules.length;
  const sheet = createSheet(asked, { columns, persons: names.persons, categories: categories.codes, rules });
  const reckoner = createReckoner(columns, known);
  const { sums } = reckoner;
  const byLines = isOfLines(asked);
  const unrated = new Map<number, Tally['unrated'][number]>();
  const people = new Set(contacts.map(({ visitor }) => names.persons.known(names.person(visitor))));
  const bought = new Map<number, Bought[]>();
  const months = monthDealing({ from, to }, known);
  /** Of the sale, and of its line, that is looked at. */
  const keys: Keys = { ...nowhere };
  const ofLine: Keys = { ...nowhere };

  for (const page of columns.pages) {
    yield;
    if (page.lastDay < from || page.firstDay > to) continue;
    for (let row = 0; row < page.count; row++) {
      const day = page.day[row] ?? 0;
      if (day < from || day > to) continue;
      const order = (page.flags[row] ?? 0) & (is.return | is.cancelled) ? 0 : 1;
      placeSale(page, row);
      if (!reckoner.sale(page, row)) {
        if (isOfLines({ by: 'customer', of: asked.of }) || sheet.isAsked(keys)) noteUnrated(page, row, order);
        continue;
      }
      if (byLines) addLines(page, row, order);
      else addWhole(page, row, order);
      if (people.has(keys.customer)) noteBought(page, row);
      if (months) months.note(page, row, Math.max(0, netOf(sums)));
    }
  }
  yield* contactCosts(contacts, bought, {
    from: asked.from,
    to: asked.to,
    known,
    names,
    regions: columns.regions,
    sheet,
  });
  if (months) yield* months.deal({ columns, byLines, placeSale, placeLine, keys, ofLine, sheet });
  return { rows: sheet.rows(), unrated: [...unrated.values()] };

  function placeSale(page: SalePage, row: number): void {
    keys.customer = names.personOf[page.visitor[row] ?? 0] ?? 0;
    keys.product = 0;
    keys.category = 0;
    keys.channel = page.came[row] ?? 0;
    keys.region = page.region[row] ?? 0;
  }

  /** Of the sale that was placed last. */
  function placeLine(page: SalePage, line: number): void {
    ofLine.customer = keys.customer;
    ofLine.product = page.lines.product[line] ?? 0;
    ofLine.category = categories.of[ofLine.product] ?? 0;
    ofLine.channel = keys.channel;
    ofLine.region = keys.region;
  }

  function addWhole(page: SalePage, row: number, order: number): void {
    if (!sheet.isAsked(keys)) return;
    const { lines, from: first, length } = page;
    const begin = first[row] ?? 0;
    let pieces = 0;
    for (let line = begin; line < begin + (length[row] ?? 0); line++)
      pieces += (lines.quantity[line] ?? 0) - (lines.returned[line] ?? 0);
    const into = sheet.rowOf(keys);
    sheet.addSums(into, { amounts: sums, from: 0 }, pieces);
    sheet.addOrders(into, order);
    sheet.addOrders(total, order);
  }

  function addLines(page: SalePage, row: number, order: number): void {
    reckoner.lines(page, row);
    const { parts, steps } = reckoner;
    const { lines } = page;
    const first = page.from[row] ?? 0;
    const seen: number[] = [];
    for (let place = 0; place < (page.length[row] ?? 0); place++) {
      placeLine(page, first + place);
      if (!sheet.isAsked(ofLine)) continue;
      const into = sheet.rowOf(ofLine);
      const pieces = (lines.quantity[first + place] ?? 0) - (lines.returned[first + place] ?? 0);
      sheet.addSums(into, { amounts: parts, from: place * steps }, pieces);
      if (seen.includes(into)) continue;
      seen.push(into);
      sheet.addOrders(into, order);
    }
    if (seen.length > 0) sheet.addOrders(total, order);
  }

  function noteUnrated(page: SalePage, row: number, order: number): void {
    const code = page.currency[row] ?? 0;
    const one = unrated.get(code) ?? { currency: columns.currencies.text(code) ?? '', orders: 0, net: 0 };
    unrated.set(code, one);
    one.orders += order;
    one.net += (page.gross[row] ?? 0) - (page.refunded[row] ?? 0);
  }

  /** What this one bought, for what they cost otherwise to follow it. */
  function noteBought(page: SalePage, row: number): void {
    const net = Math.max(0, netOf(sums));
    const first = page.from[row] ?? 0;
    const cells: Bought['cells'] = [];
    if (!byLines) cells.push({ keys: { ...keys }, net });
    else
      for (let place = 0; place < (page.length[row] ?? 0); place++) {
        placeLine(page, first + place);
        const { parts, steps } = reckoner;
        const net = netOf(parts.subarray(place * steps, (place + 1) * steps));
        cells.push({ keys: { ...ofLine }, net: Math.max(0, net) });
      }
    const orders = bought.get(keys.customer) ?? [];
    bought.set(keys.customer, orders);
    orders.push({ net, cells });
  }
}
