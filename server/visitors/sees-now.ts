import type { OpenShop } from '../collect/open-shop.ts';
import { decide } from '../decide/decide.ts';
import type { Receipt } from '../log/receipt.ts';
import { newestTimes } from '../profiles/lattice.ts';
import { lookingNow } from './looking-now.ts';
import { namesIn } from './names-in.ts';

/** What a page of the shop would show somebody at this moment, and why. */
export interface Sight {
  place: Place;
  /** The product whose page it is: the one that was looked at last. */
  product: { id: string; name: string | null } | null;
  receipts: Receipt[];
  /** Product -> name, for the products that the receipts speak of. */
  names: Record<string, string>;
}

type Place = 'home' | 'product' | 'cart';

/** The slots of each page, in the order in which it asks for them. */
const slotsOf: Record<Place, readonly string[]> = {
  home: ['greeting', 'home', 'news'],
  product: ['product'],
  cart: ['cart'],
};
const places = Object.keys(slotsOf) as Place[];

/** Decides as for a page that this visitor opened now, with what they last allowed, and records nothing. `now` in ms. */
export async function seesNow(visitor: string, shop: OpenShop, now: number): Promise<Sight[]> {
  const { looking, whole } = await lookingNow(visitor, shop, now);
  const nameOf = (id: string) => shop.catalog.get(id)?.name ?? null;
  const [last] = newestTimes(whole.viewed);
  return places.flatMap((place) => {
    const product = place === 'product' ? (last ?? null) : null;
    if (place === 'product' && product === null) return [];
    const { receipts } = decide(slotsOf[place], { ...looking, product }, shop, place);
    const shown = product === null ? null : { id: product, name: nameOf(product) };
    return [{ place, product: shown, receipts, names: namesIn(receipts, nameOf) }];
  });
}
