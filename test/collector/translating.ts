import { describe, expect, test } from 'vitest';
import { shopper } from './shopper.ts';
import { type Stage, shopOrigin } from './stage.ts';

/** What a page says in another language than ours. */
export function translating(stage: () => Stage): void {
  describe('a page that speaks another language', () => {
    const namesOf = async (event: string) => {
      const visitor = await stage().owner.visitorOf(event);
      return (await stage().owner.timeline(visitor)).map(({ name }) => name).sort();
    };

    test('is understood: a click told three times is one, and an order is an order', async () => {
      const visitor = shopper(stage());
      const view = visitor.event('page_view');
      const item = { item_id: 'Z-1', price: '199,50', quantity: 2 };
      const segment = { product_id: 'Z-1', price: 199.5, quantity: 2 };
      const ordered = { transaction_id: 'Z-900', currency: 'UAH', items: [item] };
      const reply = await visitor.send([
        view,
        visitor.event('said', { via: 'ga4', words: [{ event: 'page_view' }] }),
        visitor.event('said', { via: 'segment', words: ['track', 'Product Added', segment] }),
        visitor.event('said', { via: 'ga4', words: [{ event: 'add_to_cart', ecommerce: { items: [item] } }] }),
        visitor.event('said', { via: 'cart', words: ['/cart/add', 'id=9', {}] }),
        visitor.event('said', { via: 'ga4', words: [{ event: 'purchase', ecommerce: ordered }] }),
        visitor.event('said', { via: 'ga4', words: [{ event: 'Size Guide' }] }),
      ]);
      expect([reply.status, reply.answer?.refused]).toEqual([200, undefined]);
      expect(await namesOf(view.id)).toEqual(['add_to_cart', 'page_view', 'purchase', 'size_guide']);
      const seen = await stage().owner.visitor(await stage().owner.visitorOf(view.id));
      expect(seen).toMatchObject({ orders: 1, gross: [{ amount: 39_900, currency: 'UAH' }] });
    });

    test('says nothing new when the letter is sent again, or the click comes later in another language', async () => {
      const visitor = shopper(stage());
      const view = visitor.event('page_view');
      const letter = [view, visitor.event('said', { via: 'matomo', words: ['setEcommerceView', 'Z-2', 'Cup'] })];
      await visitor.send(letter);
      await visitor.send(letter);
      await visitor.send([
        visitor.event('said', { via: 'page', words: [[{ '@type': 'Product', sku: 'Z2', name: 'Cup' }]] }),
      ]);
      expect(await namesOf(view.id)).toEqual(['page_view', 'view_item']);
    });

    test('tells a search by its address alone, once however often the letter is sent and however many leaves were turned', async () => {
      const visitor = shopper(stage());
      visitor.open('/find?q=red+mug');
      const view = visitor.event('page_view');
      const search = { via: 'ga4', words: [{ event: 'view_search_results', search_term: 'red mug' }] };
      const letter = [view, visitor.event('said', search)];
      await visitor.send(letter);
      await visitor.send(letter);
      visitor.open('/');
      const leaf = visitor.event('page_view');
      const found = `${shopOrigin}/find?q=red+mug`;
      const [id = ''] = leaf.id.split('.');
      await visitor.send([leaf], { page: { id, url: `${found}&page=2`, referrer: found } });
      expect(await namesOf(view.id)).toEqual(['page_view', 'page_view', 'view_search_results']);
    });

    test('cannot say what only the collector may, nor who somebody is', async () => {
      const visitor = shopper(stage());
      const view = visitor.event('page_view');
      await visitor.send([
        view,
        visitor.event('said', { via: 'segment', words: ['identify', 'customer-1', { email: 'olha@shop.example' }] }),
        visitor.event('said', { via: 'ga4', words: ['event', 'identity_merge', {}] }),
        visitor.event('said', { via: 'klingon', words: ['nuqneH'] }),
      ]);
      expect(await namesOf(view.id)).toEqual(['login', 'page_view']);
      const seen = await stage().owner.visitor(await stage().owner.visitorOf(view.id));
      expect(JSON.stringify(seen)).not.toContain('olha@');
      expect(seen.who).toBeNull();
    });
  });
}
