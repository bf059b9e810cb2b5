import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Comparison } from '../../server/decide/comparison.ts';
import type { Receipt } from '../../server/log/receipt.ts';
import type { Sight } from '../../server/visitors/sees-now.ts';
import { newPerson, signed } from './knowing.ts';
import { type Shopper, shopper } from './shopper.ts';
import type { Stage } from './stage.ts';

/** Of how many visitors the shelves are kept away, to know what they bring. */
export function comparing(stage: () => Stage): void {
  const shop = () => stage().other;
  const choose = (comparison: Comparison) =>
    shop().owner.ask('/shelves/comparison', { method: 'PUT', body: JSON.stringify(comparison) });

  /** Opens the home page; whether a shelf was there. */
  async function look(visitor: Shopper, ...events: ReturnType<Shopper['event']>[]) {
    visitor.open('/');
    const view = visitor.event('page_view');
    const { answer } = await visitor.send([view, ...events], { slots: ['home'] });
    return { hasShelf: answer?.slots.some(({ slot }) => slot === 'home') ?? false, view };
  }

  async function receiptOf(view: string): Promise<Receipt | undefined> {
    const { owner } = shop();
    const sights = (await owner.read(`/visitors/${await owner.visitorOf(view)}/now`)) as Sight[];
    return sights.flatMap(({ receipts }) => receipts).find(({ slot }) => slot === 'home');
  }

  async function someoneWithout() {
    for (let tries = 0; tries < 100; tries++) {
      const visitor = shopper(shop());
      const seen = await look(visitor);
      if (!seen.hasShelf) return { visitor, ...seen };
    }
    throw new Error('a fifth of all goes without a shelf, and of a hundred nobody did');
  }

  describe('the comparison group', () => {
    beforeAll(async () => {
      const { owner, origin } = shop();
      const created = await owner.ask('/keys', { method: 'POST', body: JSON.stringify({ name: 'Shelves' }) });
      const { secret } = (await created.json()) as { secret: string };
      const products = Array.from({ length: 6 }, (_, number) => ({
        ...{ item_id: `SHELF-${number}`, item_name: `Jug ${number}`, item_category: 'Jugs', price: '5' },
        url: `https://www.shop.example/jug-${number}`,
      }));
      await fetch(`${origin}/v1/catalog`, {
        method: 'POST',
        headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
        body: JSON.stringify({ upsert: products }),
      });
    });
    afterAll(() => choose({ share: 0, instead: 'own' }));

    test('is nobody until the owner says so', async () => {
      expect(await shop().owner.read('/shelves/comparison')).toEqual({ share: 0, instead: 'own' });
      const { hasShelf, view } = await look(shopper(shop()));
      expect(hasShelf).toBe(true);
      expect(await receiptOf(view.id)).toMatchObject({ arm: 'only', propensity: 1 });
    });

    test('is a fifth of the visitors at most', async () => {
      expect((await choose({ share: 21, instead: 'own' })).status).toBe(422);
      expect((await choose({ share: 20, instead: 'own' })).status).toBe(204);
      expect(await shop().owner.read('/shelves/comparison')).toEqual({ share: 20, instead: 'own' });
    });

    test('keeps the shop’s own content, every time, and the receipt tells of which shelf it went without', async () => {
      const { visitor, view } = await someoneWithout();
      expect((await look(visitor)).hasShelf).toBe(false);
      const receipt = await receiptOf(view.id);
      expect(receipt).toMatchObject({ arm: 'without', propensity: 0.2, instead: 'own', shown: [] });
      expect(receipt?.recipe).toMatch(/@\d+$/);
      expect(receipt?.steps.at(-1)).toMatchObject({ name: 'comparison-group', note: 'own-content' });
    });

    test('sees what is popular where the owner wants it, which both groups’ receipts tell', async () => {
      const { visitor } = await someoneWithout();
      await choose({ share: 20, instead: 'popular' });
      const { view } = await look(visitor);
      const without = await receiptOf(view.id);
      expect(without).toMatchObject({ arm: 'without', propensity: 0.2, instead: 'popular' });
      expect(without?.steps).toContainEqual(expect.objectContaining({ note: 'popular-instead' }));
      const seen = new Set<string>();
      for (let tries = 0; tries < 50 && !seen.has('shelf'); tries++) {
        const receipt = await receiptOf((await look(shopper(shop()))).view.id);
        if (receipt?.arm === 'shelf') expect(receipt).toMatchObject({ instead: 'popular', propensity: 0.8 });
        seen.add(receipt?.arm ?? '');
      }
      expect(seen).toContain('shelf');
      await choose({ share: 20, instead: 'own' });
    });

    test('has a person on all devices that they sign in on, as it was before they did', async () => {
      const { owner } = shop();
      const who = newPerson('Halyna');
      const { visitor } = await someoneWithout();
      const login = async () => visitor.event('login', { identity: await signed(owner, who) });
      expect((await look(visitor, await login())).hasShelf).toBe(false);
      for (let device = 0; device < 6; device++) {
        const other = shopper(shop());
        const { hasShelf } = await look(other, other.event('login', { identity: await signed(owner, who) }));
        expect(hasShelf).toBe(false);
      }
    });

    test('sees a shelf again when the owner has had enough', async () => {
      const { visitor } = await someoneWithout();
      await choose({ share: 0, instead: 'own' });
      expect((await look(visitor)).hasShelf).toBe(true);
    });
  });
}
