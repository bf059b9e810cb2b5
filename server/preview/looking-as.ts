import type { PreviewDevice, PreviewedAs } from '../../snippet/preview-protocol.ts';
import type { OpenShop } from '../collect/open-shop.ts';
import { pageFor } from '../collect/page-for.ts';
import type { Looking } from '../decide/looking.ts';
import { examples } from '../segments/count.ts';
import { exampleProfile } from '../shelves/examples.ts';
import { lookingNow } from '../visitors/looking-now.ts';

/** Members who are asked whether they may be known. */
const tried = 10;

interface OnPage {
  path: string;
  language: Looking['language'];
  product: string | null;
  device?: PreviewDevice | undefined;
}

/** Somebody as they would look at this page; null where nobody is in the segment. Reads alone. `now` in ms. */
export async function lookingAs(who: PreviewedAs, page: OnPage, shop: OpenShop, now: number): Promise<Looking | null> {
  const { path, language, product } = page;
  if ('segment' in who) {
    const looking = await memberOf(who.segment, shop, now);
    if (!looking) return null;
    const { profile, visitors } = looking;
    const on = await pageFor(path, profile && { visitors, profile }, shop, now);
    return { ...looking, language, product, page: on };
  }
  const on = { language, product, page: await pageFor(path, null, shop, now), place: {}, cart: null, now };
  const made = { ...on, bought: new Map(), drawnBy: who.example, visitors: [] };
  if (who.example === 'nobody') return { ...made, consent: {}, profile: null };
  const profile = exampleProfile(who.example, shop, now);
  if (page.device) profile.client = { at: now, id: 'preview', value: { device: page.device } };
  const bought = new Map([...profile.bought].map(([id, at]) => [id, [{ at, quantity: 1 }]]));
  return { ...made, consent: { statistics: true, personalisation: true }, profile, bought };
}

/** Somebody who is in it, who may be known if there is one among the first. */
async function memberOf(
  segment: string,
  shop: OpenShop,
  now: number,
): Promise<Omit<Looking, 'page' | 'product'> | null> {
  const book = shop.segmentRules.current;
  if (!book.has(segment)) return null;
  await shop.audience.refresh();
  let first: Omit<Looking, 'page' | 'product'> | null = null;
  for (const person of await examples({ segment }, { store: shop.store, now, book }, true, tried)) {
    const [row] = await shop.store.all('SELECT visitor FROM audience_visitors WHERE person = ? LIMIT 1', [person]);
    if (!row) continue;
    const { looking } = await lookingNow(String(row[0]), shop, now);
    if (looking.profile) return looking;
    first ??= looking;
  }
  return first;
}
