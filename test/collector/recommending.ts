import { describe, expect, test } from 'vitest';
import type { Recipe } from '../../server/recommend/recipe.ts';
import { everything, type Reply, shopper } from './shopper.ts';
import type { Stage } from './stage.ts';

/** What shelves show beside a product: of what others did, and of what the shop says of it. */
export function recommending(stage: () => Stage): void {
  const call = async (path: string, body: unknown) => {
    const made = await stage().owner.ask('/keys', { method: 'POST', body: JSON.stringify({ name: 'Shop' }) });
    const { secret } = (await made.json()) as { secret: string };
    return fetch(`${stage().origin}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  };
  const tell = async (body: unknown) => expect((await call('/v1/catalog', body)).status).toBe(200);
  /** Products of these names, in a category of this test alone. */
  const offered = async (...names: string[]) => {
    const test = crypto.randomUUID().slice(0, 8);
    const products = names.map((name) => ({
      ...{ item_id: `${test} ${name}`, item_name: name, item_category: `Kind ${test}`, price: 20 },
      url: 'https://www.shop.example/thing',
    }));
    await tell({ upsert: products });
    return products.map(({ item_id }) => item_id);
  };
  /** Somebody looks at these, each on a page of its own; what the shelf of the last page shows. */
  const looks = async (ids: readonly string[], consent?: { statistics: boolean; personalisation: boolean }) => {
    const visitor = shopper(stage());
    let reply: Reply | null = null;
    for (const item_id of ids) {
      visitor.open('/thing');
      const words = { slots: ['product'], ...(consent ? { consent } : {}) };
      reply = await visitor.send([visitor.event('view_item', { items: [{ item_id }] })], words);
    }
    return shelfOf(reply);
  };

  describe('a product that is sold in some places only', () => {
    test('is on no shelf of somebody elsewhere, whatever they allow, and the receipt says so', async () => {
      const kind = `Kind ${crypto.randomUUID().slice(0, 8)}`;
      const names = ['lamp', 'shade', 'bulb', 'cable', 'plug', 'stand'];
      const upsert = names.map((name) => ({
        ...{ item_id: `${kind} ${name}`, item_name: `${kind} ${name}`, item_category: kind, price: 20 },
        url: 'https://www.shop.example/thing',
        ...(name === 'bulb' ? { sold_in: ['UA', 'RO-CJ'] } : {}),
        ...(name === 'plug' ? { not_sold_in: ['UA-46'] } : {}),
      }));
      await tell({ upsert });
      const lviv = { 'cf-ipcountry': 'UA', 'cf-region-code': '46' };
      const shownTo = async (place: Record<string, string>, consent = everything) => {
        const visitor = shopper(stage());
        visitor.open('/thing');
        const view = visitor.event('view_item', { items: [{ item_id: `${kind} lamp` }] });
        const shelf = shelfOf(await visitor.send([view], { slots: ['product'], consent }, place));
        return shelf?.items.map(({ id }) => id.slice(kind.length + 1)).sort();
      };
      const nothing = { statistics: false, personalisation: false, marketing: false };
      for (const consent of [everything, nothing]) {
        expect(await shownTo(lviv, consent)).toEqual(['bulb', 'cable', 'shade', 'stand']);
        expect(await shownTo({ 'cf-ipcountry': 'RO', 'cf-region-code': 'IS' }, consent)).toEqual([
          ...['cable', 'plug', 'shade', 'stand'],
        ]);
        expect(await shownTo({}, consent)).toEqual(['bulb', 'cable', 'plug', 'shade', 'stand']);
      }
      const visitor = shopper(stage());
      const view = visitor.event('view_item', { items: [{ item_id: `${kind} lamp` }] });
      await visitor.send([view], { slots: ['product'] }, lviv);
      const id = await stage().owner.visitorOf(view.id);
      expect(JSON.stringify(await stage().owner.read(`/visitors/${id}/now`))).toContain('not-sold-here');
    });
  });

  describe('the shelf of a product with accessories', () => {
    test('shows those that the shop names, one of several variants, and never a variant of the product itself', async () => {
      const { owner } = stage();
      const uses = async (recipe: string) =>
        expect(
          (await owner.ask('/shelves/recipes/slots/product', { method: 'PUT', body: JSON.stringify({ recipe }) }))
            .status,
        ).toBe(204);
      const { slots } = (await owner.read('/shelves/recipes')) as { slots: { slot: string; recipe: string }[] };
      const before = slots.find(({ slot }) => slot === 'product')?.recipe ?? '';
      const kind = crypto.randomUUID().slice(0, 8);
      const id = (name: string) => `${kind} ${name}`;
      const thing = (name: string, more: object) => ({
        ...{ item_id: id(name), item_name: name, price: 20, url: 'https://www.shop.example/thing', ...more },
      });
      const names = ['red case', 'blue case', 'black camera', 'strap', 'none such'];
      await tell({
        upsert: [
          thing('camera', { price: 900, variant_of: id('cameras'), accessories: names.map(id) }),
          thing('black camera', { price: 900, variant_of: id('cameras') }),
          ...['red case', 'blue case'].map((name) => thing(name, { variant_of: id('cases') })),
          thing('strap', {}),
        ],
      });
      await uses('accessories');
      try {
        const shelf = await looks([id('camera')]);
        expect(shelf?.title).toBe('Accessories for this');
        expect(shelf?.items.map(({ name, reason }) => [name, reason])).toEqual([
          ['red case', 'Goes with camera'],
          ['strap', 'Goes with camera'],
        ]);
        await stage().crash();
        expect((await looks([id('camera')]))?.items.map(({ name }) => name)).toEqual(['red case', 'strap']);
      } finally {
        await uses(before);
      }
    });
  });

  describe('what goes with a product by orders', () => {
    test('is no other size that was ordered with it and came back, also after a crash', async () => {
      const { owner } = stage();
      const [small = '', large = '', laces = ''] = await offered('Shoe, 38', 'Shoe, 40', 'Laces');
      const { recipes } = (await owner.read('/shelves/recipes')) as { recipes: Recipe[] };
      const withThis = recipes.find(({ id }) => id === 'with-this');
      const recipe = { ...withThis, id: 'beside', version: undefined, minimum: 1, fallback: null };
      const kept = await owner.ask('/shelves/recipes/beside', {
        method: 'PUT',
        body: JSON.stringify({ recipe, base: 0, note: '' }),
      });
      expect(kept.status).toBeLessThan(300);
      const placed = Array.from({ length: 6 }, () => ({
        ...{
          order_id: crypto.randomUUID(),
          time: Date.now() - 60_000,
          currency: 'UAH',
          value: 60,
          status: 'delivered',
        },
        items: [small, large, laces].map((item_id) => ({ item_id, quantity: 1, price: 20 })),
      }));
      const beside = async (product: string) => {
        const answer = await call('/v1/recommendations', { recipe: 'beside', product });
        return ((await answer.json()) as { items: { id: string; reason: { text: string } }[] }).items;
      };
      expect((await call('/v1/orders', { orders: placed })).status).toBe(200);
      expect((await beside(small)).map(({ id }) => id).sort()).toEqual([large, laces].sort());

      const refunds = (quantity: number) => [
        { refund_id: 'back', time: Date.now(), items: [{ item_id: large, price: 20, quantity }] },
      ];
      await call('/v1/orders', { orders: placed.map((order) => ({ ...order, refunds: refunds(1) })) });
      const left = [{ id: laces, reason: { text: 'Bought with Shoe, 38' } }];
      expect(await beside(small)).toMatchObject(left);
      expect(await beside(large)).toEqual([]);
      await stage().crash();
      expect(await beside(small)).toMatchObject(left);
    });
  });

  describe('the shelf of a product', () => {
    test('that others looked at shows what they looked at with it, in the request after theirs, and after a crash', async () => {
      const [kettle = '', teapot = '', strainer = '', caddy = '', spoon = ''] = await offered(
        ...['Kettle', 'Teapot', 'Strainer', 'Caddy', 'Spoon'],
      );
      await looks([kettle, teapot, strainer, caddy, spoon]);
      await looks([teapot, kettle, strainer]);
      const expected = { title: 'Others also looked at', reason: 'Looked at together with Kettle' };
      const shelf = await looks([kettle]);
      expect(shelf).toMatchObject({ title: expected.title });
      expect(shelf?.items.map(({ id }) => id).sort()).toEqual([teapot, strainer, caddy, spoon].sort());
      expect(shelf?.items[0]?.reason).toBe(expected.reason);

      await tell({ upsert: [], delete: [caddy] });
      expect((await looks([kettle]))?.items.map(({ id }) => id)).not.toContain(caddy);
      await stage().crash();
      expect(await looks([kettle])).toMatchObject({ title: expected.title });
    });

    test('leaves out what this visitor has just seen, who may be remembered, and nothing where they may not', async () => {
      const [lamp = '', shade = '', bulb = '', cable = '', plug = ''] = await offered(
        ...['Lamp', 'Shade', 'Bulb', 'Cable', 'Plug'],
      );
      await looks([lamp, shade, bulb, cable, plug]);
      const shown = async (consent?: { statistics: boolean; personalisation: boolean }) =>
        (await looks([shade, lamp], consent))?.items.map(({ id }) => id);
      expect(await shown()).not.toContain(shade);
      expect(await shown({ statistics: false, personalisation: false })).toContain(shade);
    });

    test('that has just come shows what is like it, and says so', async () => {
      const word = crypto.randomUUID().slice(0, 8);
      await offered(`Amber ${word} ring`, `Amber ${word} brooch`, `Amber ${word} beads`);
      const [fresh = ''] = await offered(`Amber ${word} earrings`);
      const shelf = await looks([fresh]);
      expect(shelf).toMatchObject({ title: 'More of this kind' });
      const names = shelf?.items.slice(0, 3).map(({ name }) => name);
      expect(names?.sort()).toEqual([`Amber ${word} beads`, `Amber ${word} brooch`, `Amber ${word} ring`]);
      expect(shelf?.items[0]?.reason).toBe(`Similar to Amber ${word} earrings`);
    });
  });
}

interface Shelf {
  title: string;
  items: { id: string; name: string; reason: string }[];
}

function shelfOf(reply: Reply | null): Shelf | null {
  const found = reply?.answer?.slots.find(({ slot }) => slot === 'product');
  return (found?.props as Shelf | undefined) ?? null;
}
