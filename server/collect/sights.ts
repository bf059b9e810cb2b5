import { newVisitor } from '../identity/visitor-token.ts';
import type { LogEvent } from '../log/log-event.ts';
import { catalogueVisitor, seenEvents } from '../seen/seen-book.ts';
import { saysOf } from '../seen/sight.ts';
import { witnessOf } from '../seen/witness.ts';
import { originsOf } from '../shops/origins.ts';
import type { OpenShop } from './open-shop.ts';
import type { ReadBatch } from './read-batch.ts';

const day = 86_400_000;
const readers: readonly string[] = ['page', 'shopify'];

/**
 * The product that a page tells of, where that is news: an event of nobody's. `told` has what the page said on all ways;
 * `named` is the number that its events have, and everything else stands in its source.
 */
export async function sightOf(
  told: ReadBatch,
  { shop, seen }: Pick<OpenShop, 'shop' | 'seen'>,
  { address, named, now }: { address: string; named: string | null; now: number },
): Promise<LogEvent | null> {
  const views = told.events.filter(({ event }) => event.name === 'view_item' && event.params?.items?.length === 1);
  const read = views.find(({ way }) => readers.includes(way));
  const { params } = (read ?? views[0])?.event ?? {};
  const [item] = params?.items ?? [];
  if (!item) return null;
  const product = named ?? String(item.item_id);
  const currency = params?.currency ?? shop.currency;
  // An event may be of a product in a list that somebody looked at quickly; what the page itself says is of its own product.
  const says = saysOf(item, told.url, { origins: originsOf(shop), currency, isAbout: read !== undefined });
  if (says.name === undefined || !seen.wants(product, says)) return null;
  const today = Math.floor(now / day);
  const witness = await witnessOf(address, today, shop.tokenSecret);
  if (witness === null || !seen.isWorth({ product, witness, day: today, at: now, says })) return null;
  return {
    id: newVisitor(),
    visitor: catalogueVisitor,
    at: now,
    name: seenEvents.seen,
    params: { product, witness, says },
  };
}
