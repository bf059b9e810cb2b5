import type { alert } from '../../widgets/alert/definition.ts';
import type { Card, PropsOf } from '../../widgets/define.ts';
import type { Product } from '../catalog/product.ts';
import { messagesIn } from '../messages/messages.ts';
import { alertKey, alertsOf } from '../profiles/alerts.ts';
import type { Profile } from '../profiles/profile.ts';
import { cardText } from './card-text.ts';
import type { Setup } from './decide.ts';
import type { Looking } from './looking.ts';
import { reasonText } from './shelf.ts';

type Props = PropsOf<typeof alert>;

const day = 86_400_000;
/** Days in which it is said that something has come to be so, and how much of it at once. */
const told = 30;
const most = 3;

/**
 * On the page of a product the wish to be told when it costs less, or is there again, whichever may come; on other pages what has come to be so
 * that they waited for. Null where neither is, or nobody may be known again.
 */
export function alertFor(looking: Looking, setup: Pick<Setup, 'alerts' | 'catalog' | 'shop'>): Props | null {
  const { profile, product: id, language } = looking;
  if (!profile) return null;
  const words = messagesIn(language).alert;
  const { email, send, visit, agree, withdraw, withdrawn } = words;
  if (id === null) {
    const items = metCards(profile, looking, setup);
    return items.length === 0 ? null : { ...nothing, title: words.met, items };
  }
  const product = setup.catalog.get(id);
  const of = product && ofWhat(product);
  if (!of) return null;
  const isWaiting = profile.alerts.get(alertKey({ of, product: id }))?.value.on === true;
  const mail = setup.alerts.canMail ? { email, send, agree } : {};
  return {
    ...{ ...nothing, title: words.asks[of], product: id, of, isWaiting: isWaiting ? 'yes' : '' },
    ...{ ...mail, visit, waits: words.waits[of], withdraw, withdrawn },
  };
}

const nothing: Props = {
  ...{ title: '', items: [], product: '', of: '', isWaiting: '', email: '', send: '', agree: '', visit: '' },
  ...{ waits: '', withdraw: '', withdrawn: '' },
};

function ofWhat({ inStock, price }: Product): 'price' | 'stock' | null {
  if (!inStock) return 'stock';
  return price === null ? null : 'price';
}

/** What they have not looked at since. */
function metCards(
  profile: Profile,
  { now, language }: Looking,
  { catalog, shop: { timeZone } }: Pick<Setup, 'catalog' | 'shop'>,
): Card[] {
  const met = alertsOf(profile).filter(
    ({ isMet, at, product }) => isMet && at > now - told * day && (profile.viewed.get(product) ?? 0) < at,
  );
  return met.slice(0, most).flatMap(({ of, product: id, at, price, currency }) => {
    const product = catalog.get(id);
    if (!product?.inStock) return [];
    const drop = of === 'price' ? catalog.moves.dropOf(id, now) : null;
    const reason =
      drop && price !== undefined && currency !== undefined
        ? ({ code: 'price-dropped', was: drop.was, price: product.price ?? price, currency, since: at } as const)
        : of === 'stock'
          ? ({ code: 'back-in-stock', since: at } as const)
          : null;
    const text = reason ? reasonText(reason, { language, timeZone }, { catalog, occasion: null }) : '""';
    return [JSON.parse(cardText(product, text, language)) as Card];
  });
}
