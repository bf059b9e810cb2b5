import { channelCode, dayCode } from './code-of.ts';
import type { Codes } from './codes.ts';
import type { Sale } from './sale.ts';

/** Sales that are gone through between two pauses: half a millisecond. */
export const pageSize = 512;

/** Some hundred sales as columns. Texts are codes; amounts are in minor units of the sale's currency; days are counted from 1970. */
export interface SalePage {
  count: number;
  /** Between these are all of its days. */
  firstDay: number;
  lastDay: number;
  at: Float64Array;
  day: Int32Array;
  visitor: Int32Array;
  came: Uint8Array;
  region: Int32Array;
  currency: Uint16Array;
  /** NaN where nobody has told one. */
  rate: Float64Array;
  /** Bits of `is`. */
  flags: Uint8Array;
  gross: Float64Array;
  discount: Float64Array;
  refunded: Float64Array;
  shipping: Float64Array;
  carrier: Float64Array;
  carrierCurrency: Uint16Array;
  payment: Float64Array;
  paymentCurrency: Uint16Array;
  /** Where its lines are in `lines`, and how many. */
  from: Int32Array;
  length: Int32Array;
  lines: SaleLines;
}

export interface SaleLines {
  count: number;
  /** Lines that no sale has any more. */
  left: number;
  product: Int32Array;
  quantity: Float64Array;
  returned: Float64Array;
  price: Float64Array;
  /** Of one piece; of no currency where nobody has told. */
  cost: Float64Array;
  costCurrency: Uint16Array;
}

/** What a sale is. One that was dropped is none of these and of no day. */
export const is = { return: 1, cancelled: 2, sent: 4 } as const;

/** The day of what was dropped: before all. */
const never = -0x8000_0000;

/** What the codes of sales are. */
export interface SaleCodes {
  visitors: Codes;
  products: Codes;
  regions: Codes;
  /** In which something was sold or paid. */
  currencies: Codes;
}

export function createSalePage(): SalePage {
  const numbers = () => new Float64Array(pageSize);
  const codes = () => new Int32Array(pageSize);
  const currencies = () => new Uint16Array(pageSize);
  return {
    ...{ count: 0, firstDay: Number.POSITIVE_INFINITY, lastDay: Number.NEGATIVE_INFINITY },
    ...{ at: numbers(), day: codes(), visitor: codes(), came: new Uint8Array(pageSize), region: codes() },
    ...{ currency: currencies(), rate: numbers(), flags: new Uint8Array(pageSize) },
    ...{ gross: numbers(), discount: numbers(), refunded: numbers(), shipping: numbers() },
    ...{ carrier: numbers(), carrierCurrency: currencies(), payment: numbers(), paymentCurrency: currencies() },
    ...{ from: codes(), length: codes(), lines: linesFor(pageSize) },
  };
}

/** Writes a sale at a place of the page, over what stands there. */
export function writeSale(page: SalePage, row: number, { sale, codes }: { sale: Sale; codes: SaleCodes }): void {
  const { currencies } = codes;
  const day = dayCode(sale.day);
  if (row >= page.count) page.count = row + 1;
  page.firstDay = Math.min(page.firstDay, day);
  page.lastDay = Math.max(page.lastDay, day);
  page.at[row] = sale.at;
  page.day[row] = day;
  page.visitor[row] = codes.visitors.of(sale.visitor);
  page.came[row] = channelCode(sale.came);
  page.region[row] = codes.regions.of(sale.region);
  page.currency[row] = currencies.of(sale.currency);
  page.rate[row] = sale.rate ?? Number.NaN;
  page.flags[row] =
    (sale.isReturn ? is.return : 0) | (sale.isCancelled ? is.cancelled : 0) | (sale.wasSent ? is.sent : 0);
  page.gross[row] = sale.gross;
  page.discount[row] = sale.discount;
  page.refunded[row] = sale.refunded;
  page.shipping[row] = sale.shipping;
  const { shipping_cost, payment_fee } = sale.fees;
  page.carrier[row] = shipping_cost?.amount ?? 0;
  page.carrierCurrency[row] = currencies.of(shipping_cost?.currency ?? sale.currency);
  page.payment[row] = payment_fee?.amount ?? 0;
  page.paymentCurrency[row] = currencies.of(payment_fee?.currency ?? sale.currency);
  writeLines(page, row, { sale, codes });
}

export function dropSale(page: SalePage, row: number): void {
  page.day[row] = never;
  page.lines.left += page.length[row] ?? 0;
  page.length[row] = 0;
  page.flags[row] = 0;
}

/** How many were ordered of all. */
export function piecesOf({ lines, from, length }: SalePage, row: number): number {
  const first = from[row] ?? 0;
  let pieces = 0;
  for (let line = first; line < first + (length[row] ?? 0); line++) pieces += lines.quantity[line] ?? 0;
  return pieces;
}

function writeLines(page: SalePage, row: number, { sale, codes }: { sale: Sale; codes: SaleCodes }): void {
  const count = sale.lines.length;
  const room = page.length[row] ?? 0;
  page.length[row] = count;
  if (count > room) {
    page.lines.left += room;
    if (page.lines.count + count > page.lines.product.length) makeRoom(page, row, count);
    page.from[row] = page.lines.count;
    page.lines.count += count;
  } else page.lines.left += room - count;
  const { lines } = page;
  let place = page.from[row] ?? 0;
  for (const { product, quantity, returned, price, cost } of sale.lines) {
    lines.product[place] = codes.products.of(product);
    lines.quantity[place] = quantity;
    lines.returned[place] = returned;
    lines.price[place] = price;
    lines.cost[place] = cost?.amount ?? 0;
    lines.costCurrency[place] = cost ? codes.currencies.of(cost.currency) : 0;
    place++;
  }
}

/** Closes the gaps that changed sales have left, and grows where that is not enough. The lines of `row` are not kept. */
function makeRoom(page: SalePage, row: number, count: number): void {
  const old = page.lines;
  const needed = old.count - old.left + count;
  const lines = linesFor(Math.max(needed * 2, pageSize));
  for (let other = 0; other < page.count; other++) {
    if (other === row) continue;
    const [from, length] = [page.from[other] ?? 0, page.length[other] ?? 0];
    for (const name of lineColumns) lines[name].set(old[name].subarray(from, from + length), lines.count);
    page.from[other] = lines.count;
    lines.count += length;
  }
  page.lines = lines;
}

const lineColumns = ['product', 'quantity', 'returned', 'price', 'cost', 'costCurrency'] as const;

function linesFor(count: number): SaleLines {
  const numbers = () => new Float64Array(count);
  return {
    ...{ count: 0, left: 0, product: new Int32Array(count), quantity: numbers(), returned: numbers() },
    ...{ price: numbers(), cost: numbers(), costCurrency: new Uint16Array(count) },
  };
}
