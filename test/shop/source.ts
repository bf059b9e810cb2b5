import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createGunzip } from 'node:zlib';

/** One order as the shop's books have it. */
export interface SourceOrder {
  id: string;
  /** The shop's clock to the minute, `2010-12-01 08:26`. */
  minute: string;
  /** Empty where the buyer had no account. */
  customer: string;
  country: string;
  lines: SourceLine[];
}

export interface SourceLine {
  item: string;
  /** Negative in cancellations and in corrections of the stock. */
  quantity: number;
  /** GBP, as it was written. */
  price: string;
}

/** One invoice is interrupted by the lines of another; orders are held back until this many more were opened. */
const OPEN_ORDERS = 20;

/** Every order, oldest first, its lines together. An order that lasted longer than a minute keeps its first minute. */
export async function* sourceOrders(dataDir: string): AsyncGenerator<SourceOrder> {
  const open = new Map<string, SourceOrder>();
  for await (const rows of rowsOf(join(dataDir, 'online_retail.lines.tsv.gz'))) {
    for (const [id, item, quantity, minute, price, customer, country] of rows) {
      if (!id || !item || !minute || !price || country === undefined) continue;
      let order = open.get(id);
      if (!order) {
        order = { id, minute, customer: customer ?? '', country, lines: [] };
        open.set(id, order);
      }
      order.lines.push({ item, quantity: Number(quantity), price });
      if (open.size > OPEN_ORDERS) yield* close(open, 1);
    }
  }
  yield* close(open, open.size);
}

/** Description of each stock code, as the shop wrote it. */
export async function sourceDescriptions(dataDir: string): Promise<Map<string, string>> {
  const descriptions = new Map<string, string>();
  for await (const rows of rowsOf(join(dataDir, 'online_retail.products.tsv.gz'))) {
    for (const [id, description] of rows) if (id) descriptions.set(id, description ?? '');
  }
  return descriptions;
}

function* close(open: Map<string, SourceOrder>, count: number) {
  for (const [id, order] of open) {
    if (count-- === 0) return;
    open.delete(id);
    yield order;
  }
}

/** Rows after the header, as many at a time as were unpacked at once: waiting for each row would take twice as long. */
async function* rowsOf(file: string): AsyncGenerator<string[][]> {
  const text = createReadStream(file)
    .pipe(createGunzip({ chunkSize: 1 << 17 }))
    .setEncoding('utf8');
  let rest = '';
  let header = 1;
  for await (const chunk of text) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    yield lines.slice(header).map((line) => line.split('\t'));
    header = 0;
  }
  if (rest) yield [rest.split('\t')];
}
