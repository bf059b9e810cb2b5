import { describe, expect, test } from 'vitest';
import type { FinderBody } from '../../server/finders/finder.ts';
import type { Finding } from '../../widgets/finder/definition.ts';
import { newKey } from './asked.ts';
import { browserWords, everything, type Problem, shopper } from './shopper.ts';
import { type Stage, shopOrigin } from './stage.ts';

/** Finders of the merchant's, and what visitors find by them. */
export function finding(stage: () => Stage): void {
  const tell = async (upsert: object[]) => {
    const made = await stage().owner.ask('/keys', { method: 'POST', body: JSON.stringify({ name: 'Shop' }) });
    const { secret } = (await made.json()) as { secret: string };
    const answer = await fetch(`${stage().origin}/v1/catalog`, {
      method: 'POST',
      headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
      body: JSON.stringify({ upsert }),
    });
    expect(answer.status).toBe(200);
  };
  /** Lamps of a test alone, and a finder of them. */
  const lamps = async () => {
    const kind = `Lamps ${crypto.randomUUID().slice(0, 8)}`;
    const lamp = (name: string, price: number, colour: string, more: object = {}) => ({
      ...{ item_id: `${kind} ${name}`, item_name: name, item_category: kind, price, attributes: { colour } },
      ...{ url: `https://www.shop.example/${name}`, ...more },
    });
    await tell([
      lamp('ruby', 10, 'red'),
      lamp('cherry', 30, 'red'),
      lamp('sea', 10, 'blue'),
      lamp('sky', 30, 'blue', { not_sold_in: ['RO'] }),
      lamp('gone', 10, 'red', { availability: 'out_of_stock' }),
    ]);
    const id = `f${newKey().replace(/\W|_/g, '').toLowerCase().slice(-10)}`;
    const usual = { several: true, optional: true, onlyIf: null };
    const within = { of: 'category' as const, among: [kind] };
    const finder: FinderBody = {
      title: { en: 'Find a lamp', uk: 'Знайдіть лампу' },
      limit: 6,
      questions: [
        {
          ...{ ...usual, key: 'colour', words: { en: 'Which colour?' }, weight: null },
          choices: ['red', 'blue', 'green'].map((colour) => ({
            ...{ value: colour, words: { en: colour, uk: `${colour} (uk)` } },
            where: [within, { of: 'attribute', name: 'colour', among: [colour] }],
          })),
        },
        {
          ...{ ...usual, key: 'price', words: { en: 'How much?' }, weight: 1, several: false },
          choices: [
            { value: 'low', words: { en: 'up to 20' }, where: [{ of: 'price', least: null, most: 2_000 }] },
            { value: 'high', words: { en: 'more' }, where: [{ of: 'price', least: 2_001, most: null }] },
          ],
        },
      ],
    };
    const put = await stage().owner.ask(`/finders/${id}`, { method: 'PUT', body: JSON.stringify(finder) });
    expect(put.status).toBe(204);
    return { id, finder, kind };
  };
  const ask = (body: object, headers: Record<string, string> = {}) =>
    fetch(`${stage().origin}/v1/finder`, {
      method: 'POST',
      headers: { origin: shopOrigin, 'user-agent': browserWords, 'content-type': 'text/plain', ...headers },
      body: JSON.stringify({ site: stage().owner.site, language: 'en', answers: {}, ...body }),
    });
  const found = async (body: object, headers: Record<string, string> = {}) => {
    const answer = await ask(body, headers);
    expect(answer.status).toBe(200);
    return (await answer.json()) as Finding;
  };

  describe('a product finder', () => {
    test('asks its first question in the page’s first request, in the page’s language, whatever is allowed', async () => {
      const { id } = await lamps();
      for (const consent of [everything, { statistics: false, personalisation: false, marketing: false }]) {
        const visitor = shopper(stage());
        const { answer } = await visitor.send([visitor.event('page_view')], { slots: [`finder-${id}`], consent });
        expect(answer?.slots).toMatchObject([
          {
            slot: `finder-${id}`,
            widget: 'finder',
            // Nothing is green: the question does not offer it.
            props: {
              ...{ site: stage().owner.site, finder: id, title: 'Find a lamp', progress: 'Question 1 of 2' },
              questions: [{ key: 'colour', choices: [{ value: 'red' }, { value: 'blue' }] }],
            },
          },
        ]);
      }
    });

    test('finds from the first answer on what is in stock and sold there, and says what each fits and what not', async () => {
      const { id } = await lamps();
      const first = await found({ finder: id, answers: { colour: ['red'] } });
      expect(first).toMatchObject({
        question: { key: 'price' },
        progress: 'Question 2 of 2',
        status: '2 products fit.',
      });
      expect(first.items.map(({ name, reason, but }) => [name, reason, but]).sort()).toEqual([
        ['cherry', 'Fits: red', ''],
        ['ruby', 'Fits: red', ''],
      ]);
      const second = await found({ finder: id, answers: { colour: ['red'], price: ['low'] } });
      expect(second.question).toBeNull();
      expect(second.status).toBe('1 product fits. Few have all of it, so we looked past: up to 20');
      expect(second.items.map(({ name, reason, but }) => [name, reason, but])).toEqual([
        ['ruby', 'Fits: red, up to 20', ''],
        ['cherry', 'Fits: red', 'Not: up to 20'],
      ]);
      const blue = async (headers: Record<string, string>) =>
        (await found({ finder: id, answers: { colour: ['blue'] } }, headers)).items.map(({ name }) => name).sort();
      expect(await blue({ 'cf-ipcountry': 'RO' })).toEqual(['sea']);
      expect(await blue({ 'cf-ipcountry': 'UA' })).toEqual(['sea', 'sky']);
    });

    test('leaves out what lies in the cart of who allows that it is known, and keeps an answer of them alone', async () => {
      const { id, kind } = await lamps();
      const shown = async (consent: typeof everything) => {
        const visitor = shopper(stage());
        const view = visitor.event('page_view');
        const add = visitor.event('add_to_cart', { items: [{ item_id: `${kind} ruby` }] });
        const told = visitor.event('answer', { question: `${id}_colour`, answer: ['red'] });
        await visitor.send([view, add, told], { consent });
        const headers: Record<string, string> = visitor.token ? { authorization: `Bearer ${visitor.token}` } : {};
        const { items } = await found({ finder: id, answers: { colour: ['red'] } }, headers);
        return { names: items.map(({ name }) => name).sort(), view: view.id };
      };
      const known = await shown(everything);
      expect(known.names).toEqual(['cherry']);
      const { traits } = await stage().owner.visitor(await stage().owner.visitorOf(known.view));
      expect(traits).toMatchObject([{ key: `${id}_colour`, value: 'red' }]);
      expect((await shown({ statistics: true, personalisation: false, marketing: false })).names).toEqual([
        ...['cherry', 'ruby'],
      ]);
      expect((await shown({ statistics: false, personalisation: false, marketing: false })).names).toEqual([
        ...['cherry', 'ruby'],
      ]);
      const { finders } = (await stage().owner.read('/finders')) as {
        finders: { id: string; steps: { question: string; devices: number }[] }[];
      };
      expect(finders.find((one) => one.id === id)?.steps).toContainEqual({ question: 'colour', devices: 2 });
    });

    test('leaves out what the page alone says is in the cart, of who does not allow that it is known', async () => {
      const { id, kind } = await lamps();
      const visitor = shopper(stage());
      const view = visitor.event('page_view');
      const cart = visitor.event('view_cart', { items: [{ item_id: `${kind} ruby` }] });
      const consent = { statistics: true, personalisation: false, marketing: false };
      const { answer } = await visitor.send([view, cart], { slots: [`finder-${id}`], consent });
      const props = answer?.slots[0]?.props as { cart: string } | undefined;
      expect(JSON.parse(props?.cart ?? '')).toEqual([`${kind} ruby`]);
      const { items } = await found({ finder: id, answers: { colour: ['red'] }, cart: JSON.parse(props?.cart ?? '') });
      expect(items.map(({ name }) => name)).toEqual(['cherry']);
    });

    test('of another shop, of another address, or asked in other words is refused', async () => {
      const { id } = await lamps();
      const refusal = async (answer: Response) => [answer.status, ((await answer.json()) as Problem).code];
      expect(await refusal(await ask({ finder: 'nothing' }))).toEqual([404, 'unknown-finder']);
      expect(await refusal(await ask({ finder: id, site: stage().other.owner.site }))).toEqual([404, 'unknown-site']);
      expect(await refusal(await ask({ finder: id }, { origin: 'https://evil.example' }))).toEqual([
        403,
        'wrong-origin',
      ]);
      expect(await refusal(await ask({ finder: id, answers: 'red' }))).toEqual([422, 'invalid']);
      expect(await refusal(await ask({ finder: id, answers: { colour: ['x'.repeat(17_000)] } }))).toEqual([
        ...[413, 'body-too-large'],
      ]);
    });

    test('is tried before it is kept, with what is under each choice, outlives a crash, and is deleted', async () => {
      const { id, finder } = await lamps();
      const tried = await stage().owner.ask('/finders/try', {
        method: 'POST',
        body: JSON.stringify({ finder, answers: { colour: ['blue'] } }),
      });
      expect(await tried.json()).toMatchObject({
        counts: [
          [2, 2, 0],
          [expect.any(Number), expect.any(Number)],
        ],
        finding: { question: { key: 'price' } },
      });
      await stage().crash();
      expect((await found({ finder: id, answers: { colour: ['red'] } })).items).toHaveLength(2);
      expect((await stage().owner.ask(`/finders/${id}`, { method: 'DELETE' })).status).toBe(204);
      expect((await ask({ finder: id })).status).toBe(404);
      const wrong = { ...finder, questions: [...finder.questions, ...finder.questions] };
      const put = await stage().owner.ask(`/finders/${id}`, { method: 'PUT', body: JSON.stringify(wrong) });
      expect([put.status, ((await put.json()) as Problem).field]).toEqual([422, 'questions']);
    });
  });
}
