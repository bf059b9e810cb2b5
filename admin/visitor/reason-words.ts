import type { Reason } from '../../server/log/reason.ts';
import { messages } from '../language/current.ts';
import { occasionName } from '../recommendations/occasion-name.ts';
import { formats } from '../session/session.ts';
import { placeName } from './place-name.ts';
import type { ProductNames } from './product-names.ts';

export function reasonWords(reason: Reason, names: ProductNames): string {
  const t = messages.value.reasons;
  switch (reason.code) {
    case 'bought-together':
      return t.boughtTogether(names(reason.with), reason.support);
    case 'viewed-next':
      return t.viewedNext(names(reason.with), reason.support);
    case 'similar':
      return t.similar(names(reason.with));
    case 'same-category':
      return t.sameCategory(reason.category);
    case 'liked-category':
      return t.likedCategory(reason.category);
    case 'liked-brand':
      return t.likedBrand(reason.brand);
    case 'liked-price':
      return t.likedPrice;
    case 'made-room':
      return t.madeRoom;
    case 'out-of-stock':
      return t.outOfStock;
    case 'popular':
      return t.popular;
    case 'trending':
      return t.trending(reason.orders, formats.value.decimal(reason.usual));
    case 'viewed':
      return t.viewed(formats.value.moment(reason.at));
    case 'pinned':
      return t.pinned;
    case 'new':
      return t.fresh;
    case 'new-since':
      return t.newSince(formats.value.moment(reason.since));
    case 'price-dropped': {
      const { currency, since } = reason;
      const [price, was] = [reason.price, reason.was].map((amount) => formats.value.money({ amount, currency }));
      return t.priceDropped(price ?? '', was ?? '', formats.value.day(since));
    }
    case 'due-again':
      return t.dueAgain(formats.value.moment(reason.at));
    case 'back-in-stock':
      return t.backInStock(formats.value.moment(reason.since));
    case 'popular-near':
      return t.popularNear(placeName(reason.place), reason.buyers);
    case 'viewed-then-bought':
      return t.viewedThenBought(names(reason.with), reason.support);
    case 'bought-later':
      return t.boughtLater(names(reason.with), reason.people);
    case 'accessory':
      return reason.support === null
        ? t.accessory(names(reason.with))
        : t.accessoryOf(names(reason.with), reason.support);
    case 'watched-now':
      return t.watchedNow(reason.visitors);
    case 'gift':
      return t.gift(occasionName(reason.occasion), reason.days);
    default:
      return reason satisfies never;
  }
}
