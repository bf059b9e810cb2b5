import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Card } from '../../widgets/define.ts';
import { newPerson, signed } from './knowing.ts';
import { type Shopper, shopper } from './shopper.ts';
import type { Stage } from './stage.ts';

/** Whoever asks to be told that a product costs less, or is there again, is told: once, and at the next visit. */
export function alerting(stage: () => Stage): void {
  const shop = () => stage().other;
  let secret = '';
  const offer = (id: string, price: number, availability = 'in_stock') => ({
    ...{ item_id: id, item_name: `The ${id}`, price, currency: 'EUR', availability },
    url: `https://www.shop.example/${id.toLowerCase()}`,
  });
  const tell = async (...upsert: ReturnType<typeof offer>[]) => {
    const answer = await fetch(`${shop().origin}/v1/catalog`, {
      method: 'POST',
      headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
      body: JSON.stringify({ upsert }),
    });
    expect(answer.status).toBe(200);
  };

  /** Opens a page; what stands in the place of alerts. */
  async function look(visitor: Shopper, product?: string, language = 'en') {
    visitor.open(product ? `/${product}` : '/');
    const view = visitor.event('page_view');
    const page = { id: view.id.split('.')[0] ?? '', url: 'https://www.shop.example/', language };
    const seen = product ? [visitor.event('view_item', { items: [{ item_id: product }] })] : [];
    const { answer } = await visitor.send([view, ...seen], { slots: ['alert'], page });
    return answer?.slots.find(({ slot }) => slot === 'alert');
  }

  const wish = (visitor: Shopper, item_id: string, of: string, more: Record<string, string | boolean> = {}) =>
    visitor.send([visitor.event('product_alert', { item_id, of, on: true, ...more } as never)]);

  const waitingFor = async (product: string) => {
    const { waiting } = (await shop().owner.read('/alerts')) as {
      waiting: { product: string; price: number; stock: number }[];
    };
    return waiting.find((one) => one.product === product);
  };

  /** The shop looks for it behind the answers. */
  const met = (visitor: Shopper) =>
    vi.waitFor(
      async () => {
        const decision = await look(visitor);
        expect(decision).toBeDefined();
        return decision?.props.items as Card[];
      },
      { timeout: 20_000, interval: 500 },
    );

  describe('a wish to be told of a product', () => {
    beforeAll(async () => {
      const created = await shop().owner.ask('/keys', { method: 'POST', body: JSON.stringify({ name: 'Alerts' }) });
      secret = ((await created.json()) as { secret: string }).secret;
      await tell(offer('LAMP', 40), offer('SOFA', 400, 'out_of_stock'), offer('BED', 300, 'out_of_stock'));
    });
    afterAll(async () => {
      await fetch(`${shop().origin}/v1/catalog`, {
        method: 'POST',
        headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
        body: JSON.stringify({ delete: ['LAMP', 'SOFA', 'BED'] }),
      });
    });

    test('is asked for where it makes sense: a lower price of what is there, the return of what is not', async () => {
      const visitor = shopper(shop());
      expect((await look(visitor, 'LAMP'))?.props).toMatchObject({ of: 'price', title: 'Tell me when it costs less' });
      expect((await look(visitor, 'SOFA', 'uk'))?.props).toMatchObject({
        of: 'stock',
        title: 'Скажіть, коли з’явиться',
      });
      expect(await look(visitor, 'NOTHING')).toBeUndefined();
      expect(await look(visitor)).toBeUndefined();
      const stranger = shopper(shop());
      const seen = [stranger.event('page_view'), stranger.event('view_item', { items: [{ item_id: 'LAMP' }] })];
      const { answer } = await stranger.send(seen, { slots: ['alert'], consent: { statistics: true } });
      expect(answer?.slots ?? []).toEqual([]);
    });

    test('asks for an address only where somebody’s system writes letters', async () => {
      const visitor = shopper(shop());
      expect((await look(visitor, 'LAMP'))?.props).toMatchObject({ email: '', agree: '' });
      const topic = encodeURIComponent('*alerts');
      const added = await shop().owner.ask(`/endpoints/${topic}`, {
        method: 'POST',
        body: JSON.stringify({ url: 'https://letters.example/hook' }),
      });
      expect(added.status).toBe(201);
      expect((await look(visitor, 'LAMP'))?.props).toMatchObject({ email: 'Your e-mail address' });
      const { id } = (await added.json()) as { id: string };
      await shop().owner.ask(`/endpoints/${topic}/${id}`, { method: 'DELETE' });
      expect((await look(visitor, 'LAMP'))?.props).toMatchObject({ email: '' });
    });

    test('is known at once and on every device, counted once, and can be taken back', async () => {
      const who = newPerson('Iryna');
      const login = async (visitor: Shopper) =>
        visitor.send([visitor.event('login', { identity: await signed(shop().owner, who) })]);
      const [phone, laptop] = [shopper(shop()), shopper(shop())];
      for (const device of [phone, laptop]) await login(device);
      await wish(phone, 'LAMP', 'price', { email: 'iryna@example.com', agreed: 'One letter.' });
      await wish(phone, 'LAMP', 'price');
      await wish(laptop, 'LAMP', 'price');
      expect((await look(laptop, 'LAMP'))?.props).toMatchObject({ isWaiting: 'yes' });
      expect(await waitingFor('LAMP')).toMatchObject({ price: 1, stock: 0 });
      const view = laptop.event('page_view');
      await laptop.send([view]);
      const page = await shop().owner.visitor(await shop().owner.visitorOf(view.id));
      expect(page).toMatchObject({ alerts: [{ id: 'LAMP', name: 'The LAMP', of: 'price', isMet: false }] });
      expect(JSON.stringify(page)).not.toContain('iryna@example.com');
      await wish(laptop, 'LAMP', 'price', { on: false });
      expect((await look(phone, 'LAMP'))?.props).toMatchObject({ isWaiting: '' });
      expect(await waitingFor('LAMP')).toBeUndefined();
    });

    test('comes to be so, and is said at the next visit, until it was looked at', async () => {
      const [visitor, other] = [shopper(shop()), shopper(shop())];
      await wish(visitor, 'SOFA', 'stock');
      await wish(other, 'LAMP', 'price');
      await tell(offer('SOFA', 400), offer('LAMP', 30));
      expect(await met(visitor)).toMatchObject([{ id: 'SOFA', reason: expect.stringMatching(/^Back in stock since/) }]);
      expect(await met(other)).toMatchObject([{ id: 'LAMP', reason: 'Now €30.00, was €40.00' }]);
      expect(await waitingFor('SOFA')).toBeUndefined();
      await visitor.send([visitor.event('view_item', { items: [{ item_id: 'SOFA' }] })]);
      expect(await look(visitor)).toBeUndefined();
    });

    test('is another thing than an alert of a shop’s checkout', async () => {
      const visitor = shopper(shop());
      const { status, answer } = await visitor.send([visitor.event('alert', { form_name: 'checkout' })]);
      expect([status, answer?.refused]).toEqual([200, undefined]);
    });

    test('goes with the person who is erased', async () => {
      const visitor = shopper(shop());
      const view = visitor.event('page_view');
      await visitor.send([view]);
      await wish(visitor, 'BED', 'stock', { email: 'gone@example.com', agreed: 'One letter.' });
      expect(await waitingFor('BED')).toMatchObject({ stock: 1 });
      const id = await shop().owner.visitorOf(view.id);
      expect((await shop().owner.ask(`/visitors/${id}`, { method: 'DELETE' })).status).toBe(200);
      expect(await waitingFor('BED')).toBeUndefined();
    });

    test.each([
      [{ of: 'colour' }, 'params.of'],
      [{ item_id: 'NOTHING' }, 'params.item_id'],
      [{ email: 'nobody', agreed: 'Yes' }, 'params.email'],
      [{ email: 'a@example.com' }, 'params.agreed'],
    ])('that cannot be is refused: %j', async (wrong, field) => {
      const visitor = shopper(shop());
      const { status, text } = await wish(visitor, 'BED', 'stock', wrong as Record<string, string>);
      expect([status, text]).toEqual([422, expect.stringContaining(`events.0.${field}`)]);
    });
  });
}
