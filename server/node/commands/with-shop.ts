import { type OpenShop, openShop } from '../../collect/open-shop.ts';
import { allShops, findShop } from '../../shops/shops.ts';
import type { Shop } from '../../shops/table.ts';
import type { Store } from '../../store/store.ts';
import { type DataFolder, openDataFolder } from '../data-folder.ts';
import { readSettings } from '../settings.ts';
import { Failure, type Options, type Terminal, textOf } from './command.ts';

export const shopOptions = { data: { type: 'string' }, shop: { type: 'string' } } as const;

export const shopHelp = `  --data DIR     folder of the databases (DATA_DIR; ./data)
  --shop KEY     which shop, where there are several`;

/** The shop's log, with the folder locked for as long as the work takes. */
export async function withStore<T>(
  options: Options,
  { env }: Terminal,
  work: (shop: Shop, store: Store) => Promise<T>,
): Promise<T> {
  const folder = await openDataFolder(readSettings(options, env).dataDir);
  try {
    const shop = await chosen(folder, textOf(options, 'shop'));
    const store = await folder.openStore(shop.key);
    try {
      return await work(shop, store);
    } finally {
      await store.close();
    }
  } finally {
    await folder.close();
  }
}

/** Opens the shop, which brings its projections up to the end of the log, and keeps them. */
export async function foldLog(shop: Shop, store: Store): Promise<OpenShop> {
  const open = await openShop(shop, store, Date.now);
  await open.save();
  return open;
}

async function chosen({ directory }: DataFolder, key: string | undefined): Promise<Shop> {
  const shops = await allShops(directory);
  const found = key === undefined ? (shops.length > 1 ? undefined : shops[0]) : await findShop(directory, key);
  if (found) return found;
  const keys = shops.map((shop) => shop.key).join(', ');
  throw new Failure(
    shops.length === 0
      ? 'There is no shop in this folder yet; start "vitrina serve" or "vitrina demo" once.'
      : `Name one of the shops with --shop: ${keys}`,
  );
}
