import { describe, expect, test } from 'vitest';
import type { DataProblem, DoctorReport } from '../../server/doctor/report.ts';
import { asked } from './asked.ts';
import { asServer } from './erasing.ts';
import { browserWords, shopper } from './shopper.ts';
import type { Stage } from './stage.ts';

export function doctoring(stage: () => Stage): void {
  const report = async () => (await stage().owner.read('/doctor')) as DoctorReport;
  const problem = ({ problems }: DoctorReport, code: string): DataProblem | undefined =>
    problems.find((one) => one.code === code);
  const countOf = (found: DataProblem | undefined) => found?.count ?? 0;
  const eventsOf = ({ events }: DoctorReport, name: string) => events.find((one) => one.name === name)?.count ?? 0;

  describe('the data doctor', () => {
    test('counts what arrives, by name and once', async () => {
      const before = await report();
      const visitor = shopper(stage());
      const view = visitor.event('page_view');
      const wish = visitor.event('add_to_wishlist', { items: [{ item_id: 'A' }] });
      await visitor.send([view, wish]);
      await visitor.send([wish]);
      const after = await report();
      expect(eventsOf(after, 'page_view')).toBe(eventsOf(before, 'page_view') + 1);
      expect(eventsOf(after, 'add_to_wishlist')).toBe(eventsOf(before, 'add_to_wishlist') + 1);
      expect(after.duplicates.events).toBe(before.duplicates.events + 1);
    });

    test('says what was refused and where, without who it was', async () => {
      const before = await report();
      const visitor = shopper(stage());
      visitor.open('/account/olha@example.com/cart');
      const costly = visitor.event('add_to_cart', { items: [{ item_id: 'A', price: 'olha@example.com' }] });
      await visitor.send([visitor.event('page_view'), costly, { ...visitor.event('scroll'), id: 'order:1' }]);
      // A batch of which nothing is kept is counted too.
      await visitor.send([{ ...visitor.event('add_to_cart', { items: [{ item_id: 'A', price: '?' }] }) }]);
      const after = await report();
      const amount = problem(after, 'refused.amount');
      expect(countOf(amount)).toBe(countOf(problem(before, 'refused.amount')) + 2);
      expect(amount?.example).toBe('add_to_cart · params.items.0.price · /account/…/cart');
      expect(countOf(problem(after, 'refused.id'))).toBe(countOf(problem(before, 'refused.id')) + 1);
      expect(JSON.stringify(after)).not.toContain('olha');
    });

    test.each([
      ['whom', 'email', { email: 'Olha Koval', traits: { tier: { type: 'text', value: 'x' } } }],
      [
        'time',
        'time',
        { customer: '1', time: Date.now() + 86_400_000, traits: { tier: { type: 'text', value: 'x' } } },
      ],
      ['type', 'traits.tier', { customer: '1', traits: { tier: 'Olha Koval' } }],
      ['traits', 'traits', { customer: '1', traits: {} }],
    ])('says which facts of a source were refused and why: %s', async (code, field, wrong) => {
      const before = await report();
      const ask = await asServer(stage());
      const told = { source: 'crm', profiles: [wrong, wrong] };
      expect((await ask('/profiles', { method: 'POST', body: JSON.stringify(told) })).status).toBe(422);
      const after = await report();
      const found = problem(after, `untold.${code}`);
      expect(countOf(found)).toBe(countOf(problem(before, `untold.${code}`)) + 2);
      expect(found?.example).toMatch(new RegExp(`^crm · ${field} · .`));
      expect(JSON.stringify(after)).not.toContain('Olha');
      expect(after.trust, 'it is no word of a page').toEqual(before.trust);
    });

    test('names the question that a fact does not fit, and the lines of a file, across a crash', async () => {
      const { owner } = stage();
      const key = 'pieces_at_home';
      await asked(stage, { type: 'number', words: { en: 'How many?' }, choices: [] }, key);
      const before = await report();
      const body = `customer;${key}\n1;many\n2;3\n`;
      expect((await owner.ask('/sources/crm/file', { method: 'POST', body })).status).toBe(200);
      expect(countOf(problem(await report(), 'untold.answer'))).toBe(countOf(problem(before, 'untold.answer')) + 1);
      await stage().crash();
      expect(problem(await report(), 'untold.answer')?.example).toBe(
        `crm · traits.${key} · … is answered with a number`,
      );
    });

    test('counts robots by kind, and keeps them out of the events', async () => {
      const before = await report();
      const robots = async (words: Record<string, string>) => {
        const robot = shopper(stage());
        const { headers } = await robot.send([robot.event('page_view')], {}, words);
        return headers.get('x-vitrina-dropped');
      };
      expect(await robots({ 'user-agent': `${browserWords} GPTBot/1.2` })).toBe('bot');
      expect(await robots({ 'user-agent': browserWords.replace('Chrome', 'HeadlessChrome') })).toBe('bot');
      expect(await robots({ 'sec-purpose': 'prefetch;prerender' })).toBe('prerender');
      const after = await report();
      const more = (kind: string) => {
        const of = ({ robots }: DoctorReport) => robots.find((one) => one.kind === kind)?.count ?? 0;
        return of(after) - of(before);
      };
      expect(['assistant', 'headless', 'prerender', 'crawler'].map(more)).toEqual([1, 1, 1, 0]);
      expect(after.events).toEqual(before.events);
    });

    test('names the address of pages that are turned away', async () => {
      const before = await report();
      const visitor = shopper(stage());
      await visitor.send([visitor.event('page_view')], {}, { origin: 'https://preview.shop.example' });
      const found = problem(await report(), 'turned-away.wrong-origin');
      expect(countOf(found)).toBe(countOf(problem(before, 'turned-away.wrong-origin')) + 1);
      expect(found?.example).toBe('https://preview.shop.example');
    });

    test('notices what is missing, and a page that reports itself twice', async () => {
      const before = await report();
      const visitor = shopper(stage());
      await visitor.send([visitor.event('page_view'), visitor.event('add_to_cart', { items: [{ item_id: 'NEW' }] })]);
      visitor.open('/');
      await visitor.send([
        visitor.event('page_view'),
        visitor.event('add_to_cart', { items: [{ item_id: 'NEW', price: 1 }] }),
      ]);
      const after = await report();
      const more = (code: string) => countOf(problem(after, code)) - countOf(problem(before, code));
      expect(['shortcoming.no-price', 'shortcoming.no-currency', 'shortcoming.no-value', 'twice'].map(more)).toEqual([
        1, 1, 0, 1,
      ]);
    });

    test('says how many views come with which consent, and what all of it is worth', async () => {
      const before = await report();
      const visitor = shopper(stage());
      await visitor.send([visitor.event('page_view')], { consent: {} });
      await visitor.send([visitor.event('page_view')], { consent: { source: 'api' } });
      const after = await report();
      const { unknown, refused } = before.consent;
      expect(after.consent).toEqual({ ...before.consent, unknown: unknown + 1, refused: refused + 1 });
      expect(after.trust.score).toBeGreaterThan(0);
      expect(after.trust.parts.map(({ name }) => name)).toEqual(['accepted', 'arrived', 'complete', 'once', 'orders']);
    });
  });
}
