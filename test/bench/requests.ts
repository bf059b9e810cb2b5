import { signAssertion } from '../../server/identity/assertion.ts';
import type { Batch, PageEvent } from '../../snippet/protocol.ts';
import type { Play } from './load.ts';
import type { RealShop } from './real-shop.ts';

/** Stands in a body where the page's id belongs: as long as one. */
export const pageMark = '#page-id-16-long';

const kinds = 200;

/** Batches of ten events, as the snippet sends them from pages of this shop; each asks for two shelves. */
export async function pagesOf(shop: RealShop): Promise<Play> {
  const now = Date.now();
  const page = (number: number) => batch(shop, number, now);
  const logins = shop.customers.filter((_, place) => place % Math.ceil(shop.customers.length / kinds) === 0);
  return {
    path: '/v1/collect',
    pages: Array.from({ length: kinds }, (_, number) => JSON.stringify(page(number))),
    logins: await Promise.all(
      logins.map(async ({ id, name }, number) => {
        const body = page(number);
        const identity = await signAssertion({ sub: id, name }, shop.identitySecret, now);
        const last = body.events.length - 1;
        body.events[last] = {
          id: `${pageMark}.${last}`,
          name: 'login',
          time: now,
          params: { identity, method: 'form' },
        };
        return JSON.stringify(body);
      }),
    ),
  };
}

/** The same pages with so many of their events, and with or without their two slots. */
export function partly({ path, pages }: Play, events: number, hasSlots: boolean): Play {
  const some = pages.map((text) => {
    const { slots = [], ...body }: Batch = JSON.parse(text);
    return JSON.stringify({ ...body, events: body.events.slice(0, events), ...(hasSlots ? { slots } : {}) });
  });
  return { path, pages: some };
}

function batch({ key, products }: RealShop, number: number, now: number): Batch {
  const item = (place: number) => {
    const product = products[(number * 7 + place * 31) % products.length];
    if (!product) throw new RangeError('a shop without products');
    const { id, name, category, price } = product;
    return { item_id: id, item_name: name, item_category: category, price: price / 100, quantity: 1 };
  };
  const list = { item_list_id: 'related', item_list_name: 'Related products' };
  const isCart = number % 2 === 1;
  const said: [name: string, params: PageEvent['params']][] = [
    ['page_view', { viewport: '1280x720' }],
    ['view_item_list', { ...list, items: [1, 2, 3, 4].map((place) => ({ ...item(place), index: place })) }],
    ['web_vital', { metric: 'LCP', value: 1234.5, rating: 'good', attribution: 'main > img.hero' }],
    ['web_vital', { metric: 'CLS', value: 0.01, rating: 'good', attribution: 'body' }],
    ['select_item', { ...list, items: [item(0)] }],
    ['view_item', { currency: 'GBP', value: 2.5, items: [item(0)] }],
    ['add_to_cart', { currency: 'GBP', value: 2.5, items: [item(0)] }],
    isCart
      ? ['view_cart', { currency: 'GBP', items: [item(0), item(5)] }]
      : ['search', { search_term: 'heart lights' }],
    ['engagement', { visible: 12_345, scroll: 80 }],
    ['engagement', { visible: 23_456, scroll: 95 }],
  ];
  const path = isCart ? '/cart' : `/product/${item(0).item_id}`;
  return {
    site: key,
    consent: { statistics: true, personalisation: true },
    sent: now,
    page: {
      id: pageMark,
      url: `http://shop.example${path}?utm_source=newsletter&utm_medium=email`,
      referrer: 'http://shop.example/',
      title: `${item(0).item_name} | Gift shop`,
      language: 'en-GB',
    },
    events: said.map(([name, params], place) => ({
      id: `${pageMark}.${place}`,
      name,
      time: now - (said.length - place) * 1_500,
      params,
    })),
    slots: ['home', isCart ? 'cart' : 'product'],
  };
}
