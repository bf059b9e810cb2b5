import { allShops, createShop, setOrigins } from '../shops/shops.ts';
import type { Store } from '../store/store.ts';
import type { ShopSettings } from './bindings.ts';

/** Makes the object's one shop on the first start; later the deployment only moves its pages. `origin`: our own, in case no other is said. */
export async function ownShop(directory: Store, settings: ShopSettings, origin: string, now: number): Promise<void> {
  const { origins, ...shop } = settings;
  const [known] = await allShops(directory);
  if (!known) await createShop(directory, { ...shop, demo: false, origins: (origins ?? [origin]).join('\n') }, now);
  else if (origins && origins.join('\n') !== known.origins) await setOrigins(directory, known.key, origins);
}
