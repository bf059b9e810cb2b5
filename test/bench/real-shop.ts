import { access, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { shopIn } from '../durability/files.ts';
import { runVitrina, startVitrina } from '../durability/server-process.ts';
import { prepareDemo } from '../shop/demo.ts';

/** A data folder with the catalogue and the orders of the Online Retail set, made by the importers that merchants use. */
export interface RealShop {
  dataDir: string;
  key: string;
  identitySecret: string;
  /** Product ids, those that were ordered most first. */
  products: { id: string; name: string; category: string; price: number }[];
  /** Customer numbers, those with the most orders first. */
  customers: { id: string; name: string }[];
  /** Removes the folder, unless it is to be kept. */
  forget(): Promise<void>;
}

export const shopOrigin = 'http://shop.example';

/** `keep`: a folder that stays, and is taken as it is when it is there. */
export async function realShop(keep: string | undefined, progress: (line: string) => void): Promise<RealShop> {
  const folder = keep ?? (await mkdtemp(join(tmpdir(), 'vitrina-bench-')));
  const dataDir = join(folder, 'data');
  const demo = await prepareDemo({ dataDir: 'test/shop/data', dir: join(folder, 'files'), origin: shopOrigin });
  const isMade = await access(dataDir).then(
    () => true,
    () => false,
  );
  if (!isMade) {
    progress('importing 26,000 orders');
    const words = ['--data', dataDir, '--origin', shopOrigin, '--name', 'Gift shop', '--currency', 'GBP'];
    await (await startVitrina(words)).stop();
    await runVitrina(['import', 'catalog', demo.catalogFile, '--data', dataDir]);
    await runVitrina(['import', 'orders', demo.ordersFile, '--data', dataDir]);
  }
  return {
    ...shopIn(dataDir),
    dataDir,
    products: demo.catalog.filter(({ inStock }) => inStock).sort((a, b) => b.orders - a.orders),
    customers: [...demo.customers].sort((a, b) => b.orders - a.orders),
    forget: async () => {
      if (keep === undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}
