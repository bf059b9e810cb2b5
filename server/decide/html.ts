import type { PropsOf } from '../../widgets/define.ts';
import type { html } from '../../widgets/html/definition.ts';
import type { Content } from '../campaigns/content.ts';
import { type Facts, longestList } from '../html/facts.ts';
import { piecesFor } from '../html/pieces-for.ts';
import { formatMoney } from '../money.ts';
import { nameOf, visitsOf } from '../profiles/read.ts';
import { inLanguage } from '../questions/worded.ts';
import type { Evidence } from '../recommend/evidence.ts';
import type { Shop } from '../shops/table.ts';
import type { Looking } from './looking.ts';

/** The merchant's own HTML in the visitor's language; null where it cannot be filled in, and the shop's own content stays. */
export function htmlFor(
  { title, html: source, height, narrowHeight }: Extract<Content, { widget: 'html' }>,
  looking: Looking,
  evidence: Evidence,
  shop: Pick<Shop, 'name'>,
): PropsOf<typeof html> | null {
  const drawn = piecesFor(inLanguage(source, looking.language), factsFor(looking, evidence, shop));
  if (!drawn?.length) return null;
  return {
    title: inLanguage(title, looking.language),
    pieces: JSON.stringify(drawn),
    high: String(height),
    narrowHigh: String(narrowHeight),
  };
}

/** What is known comes from the evidence, which has no more of anybody than consent allows. */
function factsFor({ profile, language }: Looking, evidence: Evidence, shop: Pick<Shop, 'name'>): Facts {
  const { catalog, cart, likings, likedBrands, viewed, lastVisit, product } = evidence;
  const names = (ids: readonly string[]) => ids.slice(0, longestList).flatMap((id) => catalog.get(id)?.name ?? []);
  const shown = product === null ? undefined : catalog.get(product);
  const { price = null, currency = null } = shown ?? {};
  return {
    visitor: {
      known: profile !== null && (lastVisit !== null || nameOf(profile) !== null),
      name: (profile && nameOf(profile)) ?? '',
      visits: profile ? visitsOf(profile).length : 0,
      likes: likings.slice(0, longestList).map(({ category }) => category),
      brands: likedBrands.slice(0, longestList).map(({ brand }) => brand),
      viewed: names(viewed),
    },
    cart: { count: cart.length, items: names(cart) },
    product: {
      name: shown?.name ?? '',
      price: price === null || currency === null ? '' : formatMoney({ amount: price, currency }, language),
      category: shown?.category ?? '',
      brand: shown?.brand ?? '',
    },
    shop: { name: shop.name },
  };
}
