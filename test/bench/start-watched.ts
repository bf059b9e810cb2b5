import { fileURLToPath } from 'node:url';
import { startVitrina } from '../durability/server-process.ts';
import { type RealShop, shopOrigin } from './real-shop.ts';

/** The collector as a shop runs it, with something beside it that says how it does. */
export function startWatched({ dataDir }: RealShop, node: readonly string[]) {
  const watch = fileURLToPath(new URL('./watch.js', import.meta.url));
  return startVitrina(['--data', dataDir, '--origin', shopOrigin], [...node, '--import', watch]);
}
