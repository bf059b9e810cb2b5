import { join } from 'node:path';
import { DAY, openBooks } from './books.ts';
import { countryCode } from './country.ts';
import { csvFields, writeWhole } from './csv.ts';
import { productName } from './product-name.ts';
import { sourceDescriptions, sourceOrders } from './source.ts';

const HEADER = [
  'order_id',
  'time',
  'customer_id',
  'customer_name',
  'country',
  'currency',
  'item_id',
  'item_name',
  'quantity',
  'price',
];
/** Characters that go to the disk at once. */
const PIECE = 1 << 17;
const LAST_DAY = Date.parse('2011-12-09');

/**
 * Writes every order line for `vitrina import orders FILE`, and returns what the shop knows after reading its books.
 * All days move by the same whole number, so that the last order was the day before `day` (`2026-11-22`).
 */
export async function ordersFile(dir: string, { dataDir, day }: { dataDir: string; day: string }) {
  const file = join(dir, `orders-${day}.csv`);
  const descriptions = await sourceDescriptions(dataDir);
  const items = new Map([...descriptions].map(([id, text]) => [id, csvFields([id, productName(text)])]));
  const books = openBooks(descriptions);
  const shift = Date.parse(day) - DAY - LAST_DAY;

  await writeWhole(file, lines());
  return { file, catalog: books.catalog(), customers: books.customers(), baskets: books.baskets() };

  async function* lines() {
    let piece = `${csvFields(HEADER)}\n`;
    for await (const order of sourceOrders(dataDir)) {
      // The shop's clock counts as UTC: moved to other days, London's summer time would fall on the wrong ones.
      const time = Date.parse(`${order.minute.replace(' ', 'T')}:00Z`) + shift;
      const customer = books.note(order, time);
      const [iso, country] = [new Date(time).toISOString(), countryCode(order.country)];
      // The first six fields are the order's and the next two the item's: half a million lines need not escape them again.
      const start = csvFields([order.id, iso, order.customer, customer?.name ?? '', country, 'GBP']);
      for (const { item, quantity, price } of order.lines) {
        piece += `${start},${items.get(item) ?? csvFields([item, ''])},${quantity},${price}\n`;
      }
      if (piece.length < PIECE) continue;
      yield piece;
      piece = '';
    }
    yield piece;
  }
}
