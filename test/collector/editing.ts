import { describe, expect, test } from 'vitest';
import type { EditView } from '../../server/visitors/edits-of.ts';
import { asked } from './asked.ts';
import { asServer } from './erasing.ts';
import { newPerson, signed, signedIn } from './knowing.ts';
import { shopper } from './shopper.ts';
import type { Stage } from './stage.ts';

/** What staff corrects of what is known of somebody. */
export function editing(stage: () => Stage): void {
  const edit = (of: string, traits: Record<string, unknown>) =>
    stage().owner.ask(`/visitors/${of}/edits`, { method: 'POST', body: JSON.stringify({ traits }) });
  const done = async (of: string, traits: Record<string, unknown>) =>
    expect((await edit(of, traits)).status, JSON.stringify(traits)).toBe(204);
  const edits = async (of: string) =>
    ((await stage().owner.read(`/visitors/${of}/edits`)) as { edits: EditView[] }).edits;
  const undo = (of: string, id: string) => stage().owner.ask(`/visitors/${of}/edits/${id}/undo`, { method: 'POST' });
  const trait = async (of: string, key: string) =>
    (await stage().owner.visitor(of)).traits.find((one) => one.key === key);
  const drinks = {
    type: 'choice' as const,
    words: { en: 'What do you drink?' },
    choices: ['tea', 'mate'].map((value) => ({ value, words: { en: value } })),
  };

  describe('a correction by staff', () => {
    test('stands over sources and over what was said before, on every device, in segments and in search', async () => {
      const drink = await asked(stage, drinks);
      const who = newPerson('Ana');
      const { visitor, id } = await signedIn(stage(), who);
      await visitor.send([visitor.event('answer', { question: drink, answer: 'tea' })]);
      const tell = await asServer(stage());
      const profiles = [{ customer: who.sub, traits: { marital_status: { type: 'text', value: 'single' } } }];
      await tell('/profiles', { method: 'POST', body: JSON.stringify({ source: 'crm', profiles }) });
      const email = `anna-${crypto.randomUUID()}@e.example`;
      const before = (await stage().owner.visitor(id)).lastSeen;
      await done(id, {
        [drink]: 'mate',
        marital_status: 'married',
        name: 'Hanna Corrected',
        email,
        birthday: '1990-02-28',
      });

      const page = await stage().owner.visitor(id);
      expect([page.who, page.lastSeen]).toEqual(['Hanna Corrected', before]);
      expect(await trait(id, drink)).toMatchObject({ value: 'mate', source: 'staff', own: { value: 'tea' } });
      expect(await trait(id, 'marital_status')).toMatchObject({ value: 'married', source: 'staff' });
      expect(await trait(id, 'birthday')).toMatchObject({ value: '1990-02-28', question: { type: 'date' } });
      const found = (await stage().owner.read(`/visitors?q=${email}`)) as { visitors: { who: string }[] };
      expect(found.visitors.map((one) => one.who)).toEqual(['Hanna Corrected']);
      const rule = { trait: drink, is: '=', value: 'mate' };
      const made = await stage().owner.ask('/segments', {
        method: 'POST',
        body: JSON.stringify({ name: drink, rule }),
      });
      const { id: segment } = (await made.json()) as { id: string };
      expect(((await stage().owner.read(`/segments/${segment}/count`)) as { members: number }).members).toBe(1);

      const other = shopper(stage());
      const login = other.event('login', { identity: await signed(stage().owner, who) });
      await other.send([login]);
      const there = await stage().owner.visitorOf(login.id);
      expect((await stage().owner.visitor(there)).who, 'signed again as before').toBe('Hanna Corrected');
      await stage().crash();
      expect((await stage().owner.visitor(there)).who).toBe('Hanna Corrected');
    });

    test('never takes the place of what they say later, and the page shows both', async () => {
      const drink = await asked(stage, drinks);
      const { visitor, id } = await signedIn(stage(), newPerson('Bela'));
      await done(id, { [drink]: 'mate' });
      await new Promise((resolve) => setTimeout(resolve, 5));
      await visitor.send([visitor.event('answer', { question: drink, answer: 'tea' })]);
      expect(await trait(id, drink)).toMatchObject({ value: 'tea', source: 'visitor', corrected: { value: 'mate' } });
    });

    test('is told with who and when, in the timeline too, and is taken back step by step', async () => {
      const drink = await asked(stage, drinks);
      const { visitor, id } = await signedIn(stage(), newPerson('Cira'));
      await visitor.send([visitor.event('answer', { question: drink, answer: 'tea' })]);
      await done(id, { [drink]: 'mate' });
      await done(id, { [drink]: null });
      await done(id, { [drink]: null });
      const [taken, changed, ...none] = await edits(id);
      expect(none, 'what is known already is no change').toEqual([]);
      expect(changed).toMatchObject({
        by: 'Ольга',
        canUndo: false,
        edits: [{ trait: drink, before: 'tea', value: 'mate' }],
      });
      expect(taken).toMatchObject({ canUndo: true, edits: [{ before: 'mate', value: '' }] });
      expect(await trait(id, drink)).toBeUndefined();
      const told = (await stage().owner.timeline(id)).filter(({ name }) => name === 'edited');
      expect(told.map((one) => one.edits[0]?.value)).toEqual(['', 'mate']);

      expect((await undo(id, changed?.id ?? '')).status, 'something later stands').toBe(409);
      expect((await undo(id, taken?.id ?? '')).status).toBe(204);
      expect(await trait(id, drink)).toMatchObject({ value: 'mate', source: 'staff' });
      const [last] = await edits(id);
      expect(last).toMatchObject({ isUndo: true, canUndo: true });
      expect((await undo(id, 'nothing')).status).toBe(404);
    });

    test('fits its question, or is refused by the field; what nobody asks or tells is none', async () => {
      const drink = await asked(stage, drinks);
      const { id } = await signedIn(stage(), newPerson('Dora'));
      for (const [field, value] of [
        [drink, 'coffee'],
        ['birthday', '1990-02-30'],
        ['email', 'none'],
        ['phone', '12'],
        ['name', 'x'.repeat(201)],
        ['unheard_of', 'x'],
      ] as const) {
        const answer = await edit(id, { [field]: value });
        expect([answer.status, ((await answer.json()) as { field: string }).field]).toEqual([422, field]);
      }
      expect((await edit('nobody', { name: 'X' })).status).toBe(404);
      expect(await edits(id)).toEqual([]);
    });

    test('of an address joins nobody and opens nothing; of someone anonymous it stays on their device', async () => {
      const email = `eva-${crypto.randomUUID()}@e.example`;
      const known = await signedIn(stage(), { ...newPerson('Eva'), email, email_verified: true });
      const visitor = shopper(stage());
      const view = visitor.event('page_view');
      await visitor.send([view]);
      const id = await stage().owner.visitorOf(view.id);
      await done(id, { email });
      expect((await stage().owner.visitor(id)).customer).toBeNull();
      expect((await stage().owner.visitor(id)).devices).toEqual([]);
      expect(await trait(id, 'email')).toMatchObject({ value: email, source: 'staff' });
      expect(await trait(known.id, 'email')).toBeUndefined();
    });
  });
}
