import { describe, expect, test } from 'vitest';
import type { Study } from '../../server/segments/by-example/study.ts';
import type { Count, Shared } from '../../server/segments/count.ts';
import type { SegmentDay } from '../../server/segments/days.ts';
import type { Rule } from '../../server/segments/rule.ts';
import type { PeoplePage } from '../../server/visitors/people-list.ts';
import { asked } from './asked.ts';
import { newPerson, signed, signedIn } from './knowing.ts';
import type { Problem } from './shopper.ts';
import { everything, shopper } from './shopper.ts';
import type { Stage } from './stage.ts';

interface Preview {
  misread: { at: number; expected: string } | null;
  rule: Rule | null;
  line: string;
  count: Count;
  examples: { id: string }[];
  overlaps: Shared[];
}

export function segmenting(stage: () => Stage): void {
  const ask = (path: string, method: string, body?: unknown) =>
    stage().owner.ask(`/segments${path}`, { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  const preview = async (line: string) =>
    (await (await ask('/preview', 'POST', { line, exact: true })).json()) as Preview;
  const created = async (name: string, line: string) => {
    const { rule } = await preview(line);
    return (await (await ask('', 'POST', { name, rule })).json()) as { id: string };
  };
  const names = async (visitor: string) =>
    ((await stage().owner.read(`/segments/of/${visitor}`)) as { segments: { name: string }[] }).segments.map(
      ({ name }) => name,
    );
  const members = async (id: string) => ((await stage().owner.read(`/segments/${id}/members`)) as PeoplePage).visitors;
  const followed = (name: string) =>
    expect
      .poll(async () => {
        const { segments } = (await stage().owner.read('/segments')) as {
          segments: { name: string; days: SegmentDay[] }[];
        };
        return segments.find((one) => one.name === name)?.days.length;
      })
      .toBe(1);
  /** A category that is of one test alone. */
  const category = () => `Tea ${crypto.randomUUID().slice(0, 8)}`;

  describe('a segment', () => {
    test('has the visitor of the third view from that very view on', async () => {
      const tea = category();
      const { id } = await created(`Fond of ${tea}`, `viewed "${tea}" >= 3 times in 7d`);
      const visitor = shopper(stage());
      const items = [{ item_id: 'TEA-1', item_category: tea }];
      const view = visitor.event('page_view');
      await visitor.send([view, visitor.event('view_item', { items }), visitor.event('view_item', { items })]);
      const of = await stage().owner.visitorOf(view.id);
      expect(await names(of)).not.toContain(`Fond of ${tea}`);
      expect(await members(id)).toEqual([]);
      await visitor.send([visitor.event('view_item', { items })]);
      expect(await names(of)).toContain(`Fond of ${tea}`);
      expect(await members(id)).toMatchObject([{ id: of }]);
    });

    test('counts a person once, whatever the number of devices, and again twice when staff part them', async () => {
      const tea = category();
      const who = newPerson('Марія');
      const devices = [shopper(stage()), shopper(stage())];
      const views = [];
      for (const device of devices) {
        const view = device.event('page_view');
        const items = [{ item_id: 'TEA-2', item_category: tea }];
        const login = device.event('login', { identity: await signed(stage().owner, who) });
        await device.send([view, device.event('view_item', { items }), login]);
        views.push(view.id);
      }
      const line = `viewed "${tea}" >= 1 times in 7d`;
      expect((await preview(line)).count).toMatchObject({ members: 1, sampled: false });
      expect((await preview(`viewed "${tea}" >= 2 times in 7d`)).count.members).toBe(1);
      const [, second = ''] = await Promise.all(views.map((id) => stage().owner.visitorOf(id)));
      expect((await stage().owner.ask(`/visitors/${second}/unmerge`, { method: 'POST' })).ok).toBe(true);
      expect((await preview(line)).count.members).toBe(2);
      expect((await preview(`viewed "${tea}" >= 2 times in 7d`)).count.members).toBe(0);
    });

    test('has nobody who refused to be counted, from that word on, until they allow it again', async () => {
      const tea = category();
      const { id } = await created(`Private ${tea}`, `viewed "${tea}" in 30d`);
      const visitor = shopper(stage());
      const view = visitor.event('view_item', { items: [{ item_id: 'TEA-5', item_category: tea }] });
      await visitor.send([view]);
      const of = await stage().owner.visitorOf(view.id);
      expect(await members(id)).toMatchObject([{ id: of }]);
      const everyone = async () => (await preview('everyone')).count.everyone;
      const before = await everyone();
      visitor.open('/private');
      await visitor.send([visitor.event('page_view')], { consent: { source: 'api' } });
      expect([await members(id), await names(of), await everyone()]).toEqual([[], [], before - 1]);
      await visitor.send([visitor.event('page_view')], { consent: { ...everything, source: 'api' } });
      expect([await members(id), await names(of), await everyone()]).toMatchObject([
        [{ id: of }],
        expect.arrayContaining([`Private ${tea}`]),
        before,
      ]);
    });

    test('of somebody with two devices does not look at the one on which they refused', async () => {
      const tea = category();
      const who = newPerson('Ольга');
      const [phone, laptop] = [await signedIn(stage(), who), await signedIn(stage(), who)];
      const items = [{ item_id: 'TEA-6', item_category: tea }];
      for (const { visitor } of [phone, laptop]) await visitor.send([visitor.event('view_item', { items })]);
      expect((await preview(`viewed "${tea}" >= 2 times in 7d`)).count.members).toBe(1);
      await phone.visitor.send([phone.visitor.event('page_view')], { consent: { source: 'api' } });
      expect((await preview(`viewed "${tea}" >= 2 times in 7d`)).count.members).toBe(0);
      expect((await preview(`viewed "${tea}" = 1 times in 7d`)).count.members).toBe(1);
    });

    test('is the same after a crash', async () => {
      const tea = category();
      const { id } = await created(`Crash ${tea}`, `carted "${tea}" in 30d and cart_pieces >= 2`);
      const visitor = shopper(stage());
      const items = [{ item_id: 'TEA-3', item_category: tea, quantity: 2, price: 4 }];
      await visitor.send([visitor.event('page_view'), visitor.event('add_to_cart', { items })]);
      const before = await members(id);
      expect(before).toHaveLength(1);
      await stage().crash();
      expect(await members(id)).toEqual(before);
    });

    test('tells in the timeline of entering and leaving, once, also after a crash', async () => {
      const tea = category();
      await created(`Looks at ${tea}`, `viewed "${tea}" in 7d and not bought in 7d`);
      const visitor = shopper(stage());
      const items = [{ item_id: 'TEA-5', item_category: tea, price: 4 }];
      const view = visitor.event('page_view');
      await visitor.send([view]);
      const of = await stage().owner.visitorOf(view.id);
      const told = async () =>
        (await stage().owner.timeline(of)).flatMap(({ name, term }) => (term === `Looks at ${tea}` ? [name] : []));
      // By now its members are counted, so that whoever comes does enter.
      await followed(`Looks at ${tea}`);
      expect(await told()).toEqual([]);
      await visitor.send([visitor.event('view_item', { items })]);
      await expect.poll(told).toEqual(['segment_enter']);
      await stage().crash();
      const order = { transaction_id: crypto.randomUUID(), currency: 'EUR', value: 4, items };
      await visitor.send([visitor.event('view_item', { items }), visitor.event('purchase', order)]);
      await expect.poll(told).toEqual(['segment_leave', 'segment_enter']);
    });

    test.each(['segment_enter', 'segment_leave'])('is entered and left by no word of a page (%s)', async (name) => {
      const visitor = shopper(stage());
      const { answer } = await visitor.send([visitor.event('page_view'), visitor.event(name)]);
      expect(answer?.refused).toMatchObject([{ index: 1, field: 'name' }]);
    });

    test('goes by what people said of themselves: texts, one of several, numbers and days', async () => {
      const tea = category();
      const answers = [
        [
          'seg_interests',
          { type: 'several', words: { en: 'What?' }, choices: [word('tea'), word('mugs')] },
          ['mugs', 'tea'],
        ],
        ['seg_children', { type: 'number', words: { en: 'How many?' } }, 2],
        ['seg_birthday', { type: 'date', words: { en: 'When?' } }, '1990-02-28'],
      ] as const;
      for (const [key, question] of answers) await asked(stage, question, key);
      const visitor = shopper(stage());
      const items = [{ item_id: 'TEA-7', item_category: tea }];
      await visitor.send([
        visitor.event('view_item', { items }),
        ...answers.map(([question, , answer]) => visitor.event('answer', { question, answer })),
      ]);
      const found = async (line: string) => (await preview(`viewed "${tea}" in 7d and ${line}`)).count.members;
      expect(await found('trait seg_interests = Tea and trait seg_children >= 2')).toBe(1);
      expect(await found('trait seg_birthday < 1991-01-01 and trait seg_interests in (mugs, bags)')).toBe(1);
      expect(await found('trait seg_birthday < 1990-01-01')).toBe(0);
      expect(await found('trait seg_children = "2"')).toBe(1);
      const { traits } = (await stage().owner.read('/segments')) as { traits: string[] };
      expect(traits).toEqual(expect.arrayContaining(['seg_interests', 'seg_children', 'seg_birthday']));
      const { values } = (await stage().owner.read('/segments/suggestions/trait/seg_interests')) as {
        values: { value: string }[];
      };
      expect(values.map(({ value }) => value)).toEqual(expect.arrayContaining(['tea', 'mugs']));
      await visitor.send([visitor.event('answer', { question: 'seg_children', answer: null })]);
      expect(await found('trait seg_children >= 0')).toBe(0);
    });

    test('goes by what is expected of a customer, from the very order on', async () => {
      const tea = category();
      await created(`Customers of ${tea}`, `viewed "${tea}" in 7d and chance_to_return >= 1 and expected_value > 0`);
      const visitor = shopper(stage());
      const items = [{ item_id: 'TEA-8', item_category: tea, price: 4 }];
      const view = visitor.event('view_item', { items });
      await visitor.send([view]);
      const of = await stage().owner.visitorOf(view.id);
      const prospect = `viewed "${tea}" in 7d and customer_group = prospects`;
      expect(await names(of)).not.toContain(`Customers of ${tea}`);
      expect((await preview(prospect)).count.members).toBe(1);
      const order = { transaction_id: crypto.randomUUID(), currency: 'EUR', value: 4, items };
      await visitor.send([visitor.event('purchase', order)]);
      expect(await names(of)).toContain(`Customers of ${tea}`);
      expect((await preview(prospect)).count.members).toBe(0);
      expect((await preview(`viewed "${tea}" in 7d and days_to_next_order >= 1`)).count.members).toBe(1);
    });

    test('goes by what came after what, and by what has not come', async () => {
      const tea = category();
      await created(`Left ${tea}`, `viewed "${tea}" in 1d then carted "${tea}" in 1h`);
      const [buyer, looker] = [shopper(stage()), shopper(stage())];
      const items = [{ item_id: 'TEA-9', item_category: tea, price: 4 }];
      const later = () => new Promise((resolve) => setTimeout(resolve, 5));
      const view = buyer.event('view_item', { items });
      await buyer.send([view]);
      await later();
      await buyer.send([buyer.event('add_to_cart', { items })]);
      // The other way round.
      await looker.send([looker.event('add_to_cart', { items })]);
      await later();
      await looker.send([looker.event('view_item', { items })]);
      expect(await names(await stage().owner.visitorOf(view.id))).toContain(`Left ${tea}`);
      const found = async (line: string) => (await preview(line)).count.members;
      expect(await found(`viewed "${tea}" then carted in 1h`)).toBe(1);
      expect(await found(`carted "${tea}" then viewed in 1h`)).toBe(1);
      expect(await found(`viewed "${tea}" in 7d`)).toBe(2);
      // Whether it has not come is known when the hour is over.
      expect(await found(`carted "${tea}" then not bought in 1h`)).toBe(0);
    });

    test('is found by example, and says how it does on people whom it has not seen', async () => {
      const tea = category();
      const ids: string[] = [];
      for (let place = 0; place < 30; place++) {
        const visitor = shopper(stage());
        // Each third one is meant.
        const items = [{ item_id: 'TEA-9', item_category: place % 3 === 0 ? tea : category() }];
        const view = visitor.event('view_item', { items });
        await visitor.send([view]);
        if (place % 3 === 0) ids.push(await stage().owner.visitorOf(view.id));
      }
      const begun = await ask('/by-example', 'POST', { people: [...ids, 'nobody@shop.example'] });
      expect(begun.status).toBe(202);
      const { id, ...rest } = (await begun.json()) as { id: string };
      expect(rest).toEqual({ known: 10, unknown: ['nobody@shop.example'] });
      const study = async () => (await stage().owner.read(`/segments/by-example/${id}`)) as Study;
      await expect.poll(async () => (await study()).done).toBe(1);
      const { result } = await study();
      expect(result?.line).toContain(tea.toLowerCase());
      expect((await preview(result?.line ?? '')).count.members).toBe(10);
      expect(result?.heldOut).toMatchObject({ found: 10, examples: 10, share: 0 });
      const few = await ask('/by-example', 'POST', { people: ids.slice(0, 4) });
      expect([few.status, ((await few.json()) as Problem).code]).toEqual([422, 'examples']);
      await stage().crash();
      const gone = await ask(`/by-example/${id}`, 'GET');
      expect([gone.status, ((await gone.json()) as Problem).code]).toEqual([404, 'unknown-study']);
    });

    test('can be made of others, which then stay; and never of itself', async () => {
      const tea = category();
      const base = await created(`Base ${tea}`, `viewed "${tea}" in 30d`);
      const upper = await created(`Upper ${tea}`, `segment "Base ${tea}" and orders = 0`);
      const visitor = shopper(stage());
      await visitor.send([visitor.event('view_item', { items: [{ item_id: 'TEA-4', item_category: tea }] })]);
      expect(await members(upper.id)).toHaveLength(1);
      const shared = (await preview(`viewed "${tea}" in 30d`)).overlaps.map(({ name, members }) => [name, members]);
      expect(shared).toEqual(
        expect.arrayContaining([
          [`Base ${tea}`, 1],
          [`Upper ${tea}`, 1],
        ]),
      );
      const kept = await ask(`/${base.id}`, 'DELETE');
      expect([kept.status, ((await kept.json()) as Problem).code]).toEqual([409, 'in-use']);
      const loop = await ask(`/${base.id}`, 'PUT', { name: `Base ${tea}`, rule: { not: { segment: upper.id } } });
      expect([loop.status, ((await loop.json()) as Problem).code]).toEqual([422, 'circular']);
      expect((await ask(`/${upper.id}`, 'DELETE')).status).toBe(204);
      expect((await ask(`/${base.id}`, 'DELETE')).status).toBe(204);
    });

    test('of a line that cannot be read is said to end where it does', async () => {
      expect(await preview('orders >= 2 and coutry = UA')).toMatchObject({
        rule: null,
        misread: { at: 16, expected: 'condition', found: 'coutry' },
      });
    });

    test('of a line that asks for a segment which is none is refused', async () => {
      const answer = await ask('/preview', 'POST', { line: 'segment Nowhere' });
      expect([answer.status, ((await answer.json()) as Problem).code]).toEqual([422, 'unknown-segment']);
    });

    test.each([
      ['no rule', { name: 'x' }],
      ['a rule of no kind', { name: 'x', rule: { drop: 'table' } }],
      ['a field that is none', { name: 'x', rule: { field: 'password', is: '=', value: 'a' } }],
      ['a value that does not fit', { name: 'x', rule: { field: 'orders', is: 'contains', value: 'a' } }],
      ['an unknown segment', { name: 'x', rule: { segment: 'nope' } }],
      ['a rule without an end', { name: 'x', rule: deep(40) }],
      ['too many conditions', { name: 'x', rule: { any: Array(61).fill({ field: 'orders', is: '=', value: 1 }) } }],
      ['an empty name', { name: ' ', rule: { all: [] } }],
    ])('of %s is refused, and changes nothing', async (_, body) => {
      const before = await stage().owner.read('/segments');
      const answer = await ask('', 'POST', body);
      expect(answer.status).toBe(422);
      expect(await stage().owner.read('/segments')).toEqual(before);
    });

    test('offers the values that people have', async () => {
      const visitor = shopper(stage());
      await visitor.send([visitor.event('page_view')], {}, { 'cf-ipcountry': 'UA' });
      await preview('everyone');
      const { values } = (await stage().owner.read('/segments/suggestions/country')) as { values: { value: string }[] };
      expect(values.map(({ value }) => value)).toContain('ua');
    });
  });
}

function word(value: string) {
  return { value, words: { en: value } };
}

function deep(levels: number): unknown {
  return levels === 0 ? { all: [] } : { not: deep(levels - 1) };
}
