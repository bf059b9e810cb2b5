import { describe, expect, test, vi } from 'vitest';
import type { LoopReport } from '../../server/loop/loop-report.ts';
import type { Task } from '../../server/loop/task-book.ts';
import type { PeoplePage } from '../../server/visitors/people-list.ts';
import { campaign, campaigner } from './campaigner.ts';
import { shopper } from './shopper.ts';
import type { Stage } from './stage.ts';

/** The loop: who is in which segment, was reached, answered, and was chosen for; what flows from one to the next. */
export function looping(stage: () => Stage): void {
  const shop = () => stage().other;
  const { keep, look, tell } = campaigner(shop);
  const today = () => new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Kyiv' }).format(Date.now());
  const report = async () => (await shop().owner.read(`/loop?from=${today()}&to=${today()}`)) as LoopReport;
  const people = async (of: string) =>
    (await shop().owner.read(`/loop/people?from=${today()}&to=${today()}&${of}`)) as PeoplePage;
  const task = {
    ...{ process: 'engage', title: 'Write the letter of spring', inputs: 'Segment “Regulars”', resources: 'One day' },
    ...{ owner: 'Olena', due: '2027-03-01', isDone: false },
  };
  const put = (id: string, base: number, more: object = {}) =>
    shop().owner.ask(`/loop/tasks/${id}`, {
      method: 'PUT',
      body: JSON.stringify({ base, task: { ...task, ...more } }),
    });

  describe('the loop', () => {
    test('counts who went through each of its processes, and each number opens the people behind it', async () => {
      const made = await shop().owner.ask('/segments', {
        method: 'POST',
        body: JSON.stringify({ name: 'Loopers', rule: { did: 'search', is: '>=', times: 1, within: 30 } }),
      });
      const { id: segment } = (await made.json()) as { id: string };
      const members = async () => ((await shop().owner.read(`/segments/${segment}/members`)) as PeoplePage).total;
      // Who was in it when it was made is no news: other stories search, too.
      const there = await members();
      await shop().owner.read(`/segments/${segment}/days`);
      await keep(campaign('turning', { place: { kind: 'slot', slot: 'turn' } }));
      const before = await report();
      const of = ({ turn }: LoopReport, mark: string, what: string) =>
        turn.parts.find((part) => part.mark === mark && part.of === what)?.people ?? 0;

      const visitors = Array.from({ length: 12 }, () => shopper(shop()));
      let reached = 0;
      let clicked = 0;
      for (const [number, visitor] of visitors.entries()) {
        await visitor.send([visitor.event('search', { search_term: 'boots' })]);
        await vi.waitFor(async () => expect(await members()).toBe(there + number + 1));
        visitor.open('/');
        const { answer } = await visitor.send([visitor.event('page_view')], { slots: ['turn'] });
        const [decision] = answer?.slots ?? [];
        if (!decision) continue;
        reached++;
        await tell(visitor, 'slot_view', decision);
        if (number % 2 === 1) continue;
        clicked++;
        await tell(visitor, 'slot_click', decision);
        const order = { transaction_id: crypto.randomUUID(), currency: 'EUR', value: 20 };
        await visitor.send([visitor.event('purchase', { ...order, items: [{ item_id: 'BOOK', price: 20 }] })]);
      }
      expect(reached).toBeGreaterThan(6);

      const found = await report();
      expect(of(found, 'entered', segment)).toBe(12);
      expect(of(found, 'reached', 'campaign:turning')).toBe(reached);
      expect(of(found, 'clicked', 'campaign:turning')).toBe(clicked);
      expect(of(found, 'chosen', 'campaign:turning')).toBe(reached);
      expect(found.turn.flows['segment-engage'] - before.turn.flows['segment-engage']).toBe(reached);
      expect(found.turn.flows['engage-learn'] - before.turn.flows['engage-learn']).toBe(clicked);
      expect(found.bought.after.orders - before.bought.after.orders).toBe(clicked);
      expect(found.bought.after.net).toBeGreaterThan(before.bought.after.net);
      expect(found.names[segment]).toBe('Loopers');

      // Whatever is counted can be opened.
      const asked: [string, number][] = [
        ...Object.entries(found.turn.processes).map(([name, count]): [string, number] => [`process=${name}`, count]),
        ...Object.entries(found.turn.marks).map(([name, count]): [string, number] => [`mark=${name}`, count]),
        ...Object.entries(found.turn.flows).map(([name, count]): [string, number] => [`flow=${name}`, count]),
        ['whole=around', found.turn.around],
        ['whole=bought', found.bought.after.people],
        [`mark=entered&part=${segment}`, 12],
        ['mark=reached&part=campaign%3Aturning', reached],
      ];
      for (const [what, count] of asked) {
        const { total, visitors: listed } = await people(what);
        expect([what, total]).toEqual([what, count]);
        expect(listed.length).toBe(Math.min(50, count));
      }
      expect((await look(shopper(shop()), '/', 'en', ['turn'])).text).not.toContain(segment);
    });

    test('keeps what is to be done, and no word of somebody else is written over', async () => {
      expect((await put('spring', 0)).status).toBe(204);
      expect((await put('spring', 0, { title: 'Another one' })).status).toBe(409);
      expect((await put('spring', 1, { isDone: true })).status).toBe(204);
      expect((await put('soon', 0, { due: '2026-12-01' })).status).toBe(204);
      expect((await put('empty', 0, { title: ' ' })).status).toBe(422);
      expect((await put('never', 0, { due: 'tomorrow' })).status).toBe(422);
      const { tasks } = (await shop().owner.read('/loop/tasks')) as { tasks: Task[] };
      expect(tasks.map(({ id, isDone, version, by }) => ({ id, isDone, version, by }))).toEqual([
        { id: 'soon', isDone: false, version: 1, by: shop().owner.email },
        { id: 'spring', isDone: true, version: 2, by: shop().owner.email },
      ]);
      expect((await shop().owner.ask('/loop/tasks/soon', { method: 'DELETE' })).status).toBe(204);
      expect(((await shop().owner.read('/loop/tasks')) as { tasks: Task[] }).tasks).toHaveLength(1);
    });

    test.each([
      ['from=2026-02-02&to=2026-02-01', 'days that do not follow each other'],
      ['from=2024-01-01&to=2026-01-01', 'more than a year'],
      ['from=yesterday&to=2026-01-01', 'no day'],
    ])('refuses %s: %s', async (asked) => {
      expect((await shop().owner.ask(`/loop?${asked}`)).status).toBe(422);
    });
  });
}
