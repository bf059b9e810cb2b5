import { describe, expect, test } from 'vitest';
import type { PeoplePage } from '../../server/visitors/people-list.ts';
import { asServer } from './erasing.ts';
import { newPerson, signedIn } from './knowing.ts';
import type { Stage } from './stage.ts';

export function searching(stage: () => Stage): void {
  const find = async (q: string) => (await stage().owner.read(`/visitors?q=${encodeURIComponent(q)}`)) as PeoplePage;
  const ids = async (q: string) => (await find(q)).visitors.map(({ id }) => id);
  const digits = () => String(Math.floor(Math.random() * 9e6 + 1e6));

  describe('a search', () => {
    test('finds a customer by whatever of them is known', async () => {
      const mark = crypto.randomUUID().slice(0, 8);
      const telephone = `+38067${digits()}`;
      const who = {
        ...newPerson(`Дем’яна Їжак-${mark}`),
        sub: `Kunde-${mark}`,
        email: `Demiana.Izhak+${mark}@Crm-${mark}.example`,
        email_verified: true,
        phone_number: telephone,
        phone_number_verified: true,
      };
      const { visitor, id } = await signedIn(stage(), who);
      const order = { transaction_id: `ZAM-${mark}`, currency: 'EUR', value: 5, items: [{ item_id: 'A', price: 5 }] };
      await visitor.send([visitor.event('purchase', order)]);
      const asked = [
        `ЇЖАК-${mark}`,
        `їжак-${mark} дем’ян`,
        `Демяна ${mark}`,
        `demiana.izhak+${mark}@`,
        `@crm-${mark}.EXAMPLE`,
        `izhak ${mark}`,
        telephone,
        `0${telephone.slice(4)}`,
        `${telephone.slice(4, 6)} ${telephone.slice(6, 9)} ${telephone.slice(9)}`,
        `kunde-${mark}`,
        `zam-${mark.slice(0, 6)}`,
        id,
        id.slice(-6),
      ];
      for (const q of asked) expect(await ids(q), q).toEqual([id]);
      expect(await ids(`демяна петренко ${mark}`)).toEqual([]);
    });

    test('goes on page by page, those seen last first, each person once', async () => {
      const name = `Zug${crypto.randomUUID().slice(0, 8)}`;
      const ask = await asServer(stage());
      const orders = Array.from({ length: 120 }, (_, place) => ({
        order_id: `${name}-${place}`,
        time: new Date(Date.UTC(2026, 0, 1) + place * 1_000).toISOString(),
        currency: 'EUR',
        customer: { id: `${name}-c${place}`, name: `${name} ${name}a` },
        items: [{ item_id: 'A', price: 5 }],
      }));
      expect((await ask('/orders', { method: 'POST', body: JSON.stringify({ orders }) })).status).toBe(200);
      const customers: (string | null)[] = [];
      let page = await find(name.toUpperCase());
      expect([page.total, page.more]).toEqual([120, false]);
      customers.push(...page.visitors.map(({ customer }) => customer));
      while (page.next !== null) {
        const next = await stage().owner.read(`/visitors?q=${name}&cursor=${encodeURIComponent(page.next)}`);
        page = next as PeoplePage;
        customers.push(...page.visitors.map(({ customer }) => customer));
      }
      expect(customers).toEqual(Array.from({ length: 120 }, (_, place) => `${name}-c${119 - place}`));
    });

    test('finds no one any more by what was theirs before staff parted them', async () => {
      const mark = crypto.randomUUID().slice(0, 8);
      const who = { ...newPerson('Teil'), email: `teil-${mark}@shop.example`, email_verified: true };
      const { id } = await signedIn(stage(), who);
      expect(await ids(`teil-${mark}@`)).toEqual([id]);
      await stage().owner.ask(`/visitors/${id}/unmerge`, { method: 'POST' });
      expect(await ids(`teil-${mark}@`)).toEqual([]);
      expect(await ids(id)).toEqual([id]);
    });
  });
}
