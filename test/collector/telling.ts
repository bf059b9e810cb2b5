import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Question } from '../../server/questions/question.ts';
import { asked } from './asked.ts';
import { asServer } from './erasing.ts';
import { newPerson, signedIn } from './knowing.ts';
import { type Problem, shopper } from './shopper.ts';
import type { Stage } from './stage.ts';

interface Taken {
  kept: number;
  known: number;
  refused: { index: number; field: string; reason: string }[];
}

const day = 86_400_000;
const text = (value: string) => ({ type: 'text', value });

export function telling(stage: () => Stage): void {
  /** What a source tells of some people. */
  const tell = async (source: string, ...profiles: object[]) => {
    const ask = await asServer(stage());
    return ask('/profiles', { method: 'POST', body: JSON.stringify({ source, profiles }) });
  };
  const taken = async (...told: Parameters<typeof tell>) => (await (await tell(...told)).json()) as Taken;
  const traitsOf = async (visitor: string) =>
    new Map(
      (await stage().owner.visitor(visitor)).traits.map(({ key, value, source, isStale }) => [
        key,
        { value, source, isStale },
      ]),
    );
  const believe = (source: string, days: number | null) =>
    stage().owner.ask(`/sources/${source}`, { method: 'PUT', body: JSON.stringify({ days }) });
  const arrange = (...ids: string[]) =>
    stage().owner.ask('/sources/order', { method: 'POST', body: JSON.stringify({ ids }) });

  describe('what others tell of people', () => {
    test('waits by its key for whoever comes with it, and stands on their profile with source and time', async () => {
      const who = { ...newPerson('Wanda'), email: `wanda-${crypto.randomUUID()}@e.example`, email_verified: true };
      const people = async () => ((await stage().owner.read('/visitors')) as { total: number }).total;
      const before = await people();
      expect(
        await taken(
          'crm',
          { customer: who.sub, traits: { tier: text('gold') } },
          { email: ` ${who.email.toUpperCase()} `, traits: { employees: { type: 'number', value: '12,5' } } },
        ),
      ).toEqual({ kept: 2, known: 0, refused: [] });
      expect(await people(), 'nobody has come yet').toBe(before);

      const { id } = await signedIn(stage(), who);
      const known = async () => Object.fromEntries(await traitsOf(id));
      const expected = {
        tier: { value: 'gold', source: 'crm', isStale: false },
        employees: { value: '12.5', source: 'crm', isStale: false },
      };
      expect(await known()).toMatchObject(expected);
      await stage().crash();
      expect(await known()).toMatchObject(expected);
      expect((await stage().owner.visitor(id)).devices).toHaveLength(3);
    });

    test('never takes the place of what they said themselves, nor of what they took back', async () => {
      const [drink, heard] = [
        await asked(stage, ofDrinks),
        await asked(stage, { ...ofDrinks, type: 'text', choices: [] }),
      ];
      const who = newPerson('Xenia');
      const { visitor, id } = await signedIn(stage(), who);
      await visitor.send([visitor.event('answer', { question: drink, answer: 'tea' })]);
      await visitor.send([visitor.event('answer', { question: heard, answer: null })]);
      await taken('crm', { customer: who.sub, traits: { [drink]: 'coffee', [heard]: 'from a friend' } });
      const traits = await traitsOf(id);
      expect([traits.get(drink), traits.get(heard)]).toEqual([
        { value: 'tea', source: 'visitor', isStale: false },
        undefined,
      ]);
    });

    test('is believed in the merchant’s order of sources, and for as long as the merchant says', async () => {
      const who = newPerson('Yvonne');
      const { id } = await signedIn(stage(), who);
      const [near, far] = ['near', 'far'].map((name) => `${name}-${crypto.randomUUID().slice(0, 8)}`) as [
        string,
        string,
      ];
      await taken(near, { customer: who.sub, traits: { tier: text('gold') }, time: Date.now() - 40 * day });
      await taken(far, { customer: who.sub, traits: { tier: text('blue') } });
      const tier = async () => (await traitsOf(id)).get('tier');
      expect(await tier(), 'who told first').toMatchObject({ value: 'gold', source: near });
      expect((await arrange(far)).status).toBe(204);
      expect(await tier()).toMatchObject({ value: 'blue', source: far });
      await arrange(near);
      expect((await believe(near, 30)).status).toBe(204);
      expect(await tier(), 'forty days are too old').toMatchObject({ value: 'blue', source: far });
      await taken(far, { customer: who.sub, traits: { tier: null } });
      expect(await tier(), 'all that is left').toEqual({ value: 'gold', source: near, isStale: true });
      await believe(near, null);
      expect(await tier()).toEqual({ value: 'gold', source: near, isStale: false });
    });

    test('is the newest word of its source, whatever order they come in, and the same word once', async () => {
      const who = newPerson('Zoe');
      const { id } = await signedIn(stage(), who);
      const now = Date.now();
      const told = (value: string, ago: number) => ({
        customer: who.sub,
        traits: { tier: text(value) },
        time: now - ago,
      });
      expect(await taken('crm', told('new', 1_000))).toMatchObject({ kept: 1 });
      expect(await taken('crm', told('old', 9_000), told('new', 1_000))).toMatchObject({ kept: 1, known: 1 });
      expect((await traitsOf(id)).get('tier')?.value).toBe('new');
    });

    test('puts people into segments, and is no sign of life of theirs', async () => {
      const who = newPerson('Agata');
      const { visitor, id } = await signedIn(stage(), who);
      const { lastSeen } = await stage().owner.visitor(id);
      await taken('crm', { customer: who.sub, traits: { tier: text(`Only ${who.sub}`) } });
      const rule = { trait: 'tier', is: '=', value: `Only ${who.sub}` };
      const asked = { method: 'POST', body: JSON.stringify({ rule, exact: true }) };
      const found = (await (await stage().owner.ask('/segments/preview', asked)).json()) as {
        examples: { who: string }[];
      };
      expect(found.examples.map((one) => one.who)).toEqual(['Agata']);
      expect((await stage().owner.visitor(id)).lastSeen).toBe(lastSeen);
      expect((await stage().owner.timeline(id)).map(({ name }) => name)).toContain('told');
      await visitor.send([visitor.event('page_view')]);
    });

    test('joins nobody: an address in a file makes no two customers one', async () => {
      const [one, two] = [newPerson('Berta'), newPerson('Carla')];
      const [first, second] = [await signedIn(stage(), one), await signedIn(stage(), two)];
      const email = `both-${crypto.randomUUID()}@e.example`;
      await taken(
        'bureau',
        { customer: one.sub, email, traits: { tier: text('a') } },
        { customer: two.sub, email, traits: { tier: text('b') } },
      );
      expect((await traitsOf(first.id)).get('tier')?.value).toBe('a');
      expect((await traitsOf(second.id)).get('tier')?.value).toBe('b');
    });

    test.each([
      ['of nobody', { traits: { tier: text('x') } }, 'customer'],
      ['of an address that is none', { email: 'Anna', traits: { tier: text('x') } }, 'email'],
      ['of a telephone that is none', { phone: '12', traits: { tier: text('x') } }, 'phone'],
      ['of tomorrow', { customer: '1', time: Date.now() + day, traits: { tier: text('x') } }, 'time'],
      ['without a fact', { customer: '1', traits: {} }, 'traits'],
      ['without its type', { customer: '1', traits: { tier: 'x' } }, 'traits.tier'],
      ['of another type', { customer: '1', traits: { tier: { type: 'number', value: 'many' } } }, 'traits.tier'],
      ['under a key that no trait has', { customer: '1', traits: { 'A b': text('x') } }, 'traits.A b'],
      ['of the name, which the shop signs', { customer: '1', traits: { name: text('x') } }, 'traits.name'],
    ])('%s is refused alone, by its field, and counted', async (_, wrong, field) => {
      const source = `s${crypto.randomUUID().slice(0, 8)}`;
      const right = { customer: crypto.randomUUID(), traits: { tier: text('x') } };
      expect(await taken(source, right, wrong)).toMatchObject({ kept: 1, refused: [{ index: 1, field }] });
      const alone = await tell(source, wrong);
      expect([alone.status, ((await alone.json()) as Problem).code]).toEqual([422, 'nothing-kept']);
      const { sources } = (await stage().owner.read('/sources')) as { sources: { id: string }[] };
      expect(sources.find(({ id }) => id === source)).toMatchObject({
        kept: 1,
        refused: 2,
        lastAt: expect.any(Number),
      });
      // There is room for so many only.
      await stage().owner.ask(`/sources/${source}`, { method: 'DELETE' });
    });

    test('is exported and erased by the address where there is no number, and told by no page', async () => {
      const email = `fact-${crypto.randomUUID()}@e.example`;
      await taken('crm', { email, traits: { tier: text('Nur hier') } });
      const ask = await asServer(stage());
      const path = `/profiles/${encodeURIComponent(`email:${email}`)}`;
      const exported = await ask(path);
      expect([exported.status, await exported.text()]).toEqual([200, expect.stringContaining('Nur hier')]);
      expect((await ask(path, { method: 'DELETE' })).status).toBe(200);
      expect((await ask(path)).status).toBe(404);
      expect(await (await ask('/export')).text()).not.toContain(email);

      const mallory = shopper(stage());
      const fact = mallory.event('told', {
        about: 'customer:1',
        facts: [{ trait: 'tier', value: 'x', source: 'crm' }],
      });
      expect((await mallory.send([mallory.event('page_view'), fact])).answer?.refused).toMatchObject([
        { index: 1, field: 'name' },
      ]);
    });

    test('is pushed by a system that signs, each entry with its time, and told twice is told once', async () => {
      const { origin, owner } = stage();
      const secret = 'a-secret-of-the-crm';
      await owner.ask('/webhooks/profiles', { method: 'PUT', body: JSON.stringify({ secret }) });
      const who = newPerson('Daria');
      const { id } = await signedIn(stage(), who);
      const source = `hook-${crypto.randomUUID().slice(0, 8)}`;
      const push = async (entry: object, key = secret) => {
        const body = JSON.stringify({ source, profiles: [entry] });
        const headers = { 'x-vitrina-signature': createHmac('sha256', key).update(body).digest('base64') };
        return (await fetch(`${origin}/v1/webhooks/profiles/${owner.site}`, { method: 'POST', headers, body })).status;
      };
      const entry = { customer: who.sub, time: new Date().toISOString(), traits: { tier: text('gold') } };
      expect([await push(entry), await push(entry), await push(entry, 'another-secret')]).toEqual([204, 204, 401]);
      expect(await push({ ...entry, time: undefined })).toBe(422);
      expect((await traitsOf(id)).get('tier')).toMatchObject({ value: 'gold', source });
      const { sources } = (await owner.read('/sources')) as { sources: { id: string }[] };
      expect(sources.find((one) => one.id === source)).toMatchObject({ kept: 1 });
    });

    test('is taken from a file in the panel, of which wrong lines are refused alone', async () => {
      const who = newPerson('Emilia');
      const { id } = await signedIn(stage(), who);
      const send = (body: string) => stage().owner.ask('/sources/crm/file', { method: 'POST', body });
      const taken = await send(`customer;tier;employees:number\n${who.sub};"gold; or so";12\n;silver;1\n`);
      expect(await taken.json()).toEqual({
        ...{ kept: 1, known: 0 },
        refused: { count: 1, first: [{ line: 3, reason: expect.stringContaining('customer') }] },
      });
      const traits = await traitsOf(id);
      expect([traits.get('tier')?.value, traits.get('employees')?.value]).toEqual(['gold; or so', '12']);
      expect((await send('customer,tier\n1,"gold')).status).toBe(422);
    });

    test('is told with a secret key alone', async () => {
      const body = JSON.stringify({ source: 'crm', profiles: [] });
      const reply = await fetch(`${stage().origin}/v1/profiles`, { method: 'POST', body });
      expect(reply.status).toBe(401);
      expect((await stage().owner.ask('/sources/nobody', { method: 'PUT', body: '{"days":1}' })).status).toBe(404);
    });
  });
}

const ofDrinks: Omit<Question, 'key'> = {
  type: 'choice',
  words: { en: 'What do you drink?' },
  choices: ['tea', 'coffee'].map((value) => ({ value, words: { en: value } })),
};
