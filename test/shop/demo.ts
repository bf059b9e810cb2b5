import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Basket, Customer, Product } from './books.ts';
import { catalogFile } from './catalog-file.ts';
import { writeWhole } from './csv.ts';
import { ordersFile } from './orders-file.ts';

/** The entry of the bundle that `vitrina demo` loads. */
export { createShop } from './shop.ts';
export { createTraffic } from './traffic.ts';

export interface Demo extends Known {
  /** For `vitrina import catalog`. */
  catalogFile: string;
  /** For `vitrina import orders`. */
  ordersFile: string;
  /** UTC, `2026-11-22`: the last order was the day before. */
  day: string;
}

interface Known {
  catalog: Product[];
  customers: Customer[];
  baskets: Basket[];
}

/**
 * Makes the demo's files in `dir`, or takes those that it made earlier on the same day. The shop stands at `/shop` of
 * `origin`; `dataDir` holds the source's two files; `now` is ms since 1970.
 */
export async function prepareDemo({
  dataDir,
  dir,
  origin,
  now = Date.now(),
}: {
  dataDir: string;
  dir: string;
  origin: string;
  now?: number;
}): Promise<Demo> {
  await mkdir(dir, { recursive: true });
  const day = new Date(now).toISOString().slice(0, 10);
  const { orders, known } = (await earlierToday(dir, day)) ?? (await prepareToday(dir, { dataDir, day }));
  return { ...known, day, ordersFile: orders, catalogFile: await catalogFile(dir, known.catalog, origin) };
}

async function prepareToday(dir: string, { dataDir, day }: { dataDir: string; day: string }) {
  for (const name of await readdir(dir)) {
    if (/^(orders|known)-\d{4}-\d{2}-\d{2}\.(csv|json)/.test(name)) await rm(join(dir, name));
  }
  const { file, ...known } = await ordersFile(dir, { dataDir, day });
  // Written last: where it exists, the orders are complete.
  await writeWhole(knownFile(dir, day), [JSON.stringify(known)]);
  return { orders: file, known };
}

async function earlierToday(dir: string, day: string) {
  try {
    const known = JSON.parse(await readFile(knownFile(dir, day), 'utf8')) as Known;
    return { orders: join(dir, `orders-${day}.csv`), known };
  } catch {
    return undefined;
  }
}

const knownFile = (dir: string, day: string) => join(dir, `known-${day}.json`);
