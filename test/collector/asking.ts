import { describe, expect, test } from 'vitest';
import type { Question } from '../../server/questions/question.ts';
import { asked, newKey } from './asked.ts';
import { newPerson, signedIn } from './knowing.ts';
import { type Problem, shopper } from './shopper.ts';
import type { Stage } from './stage.ts';

interface Listed {
  questions: (Question & { answered: number })[];
  suggestions: Question[];
}

export function asking(stage: () => Stage): void {
  const list = async () => (await stage().owner.read('/questions')) as Listed;
  const put = (key: string, question: unknown) =>
    stage().owner.ask(`/questions/${key}`, { method: 'PUT', body: JSON.stringify(question) });
  const traitsOf = async (visitor: string) =>
    (await stage().owner.visitor(visitor)).traits.map(({ key, value, source }) => [key, value, source]);

  describe('a question', () => {
    test('that is answered on a page is a trait of who answered, newest answer first heard or last', async () => {
      const drink = await asked(stage, ofDrinks);
      const visitor = shopper(stage());
      const view = visitor.event('page_view');
      const [older, newer] = ['tea', 'coffee'].map((answer) => visitor.event('answer', { question: drink, answer }));
      if (!older || !newer) throw new Error('no answers');
      older.time -= 5_000;
      expect((await visitor.send([view, newer])).status).toBe(200);
      await visitor.send([older]);
      const id = await stage().owner.visitorOf(view.id);
      expect(await traitsOf(id)).toEqual([[drink, 'coffee', 'visitor']]);
      expect((await stage().owner.visitor(id)).traits[0]?.question).toEqual({ key: drink, ...ofDrinks });
      expect((await list()).questions.find(({ key }) => key === drink)?.answered).toBe(1);
    });

    test('is answered by the person, on whichever device, and the same after a crash', async () => {
      const [drink, day] = [await asked(stage, ofDrinks), await asked(stage, { ...ofText, type: 'date' })];
      const who = newPerson('Ірина');
      const phone = await signedIn(stage(), who);
      await phone.visitor.send([phone.visitor.event('answer', { question: drink, answer: 'tea' })]);
      const laptop = await signedIn(stage(), who);
      await laptop.visitor.send([laptop.visitor.event('answer', { question: day, answer: '1990-02-28' })]);
      const known = async () => new Map((await traitsOf(laptop.id)).map(([key, value]) => [key, value]));
      const before = await known();
      expect([before.get(drink), before.get(day)]).toEqual(['tea', '1990-02-28']);
      await stage().crash();
      expect(await known()).toEqual(before);
      expect((await list()).questions.map(({ key }) => key)).toEqual(expect.arrayContaining([drink, day]));
    });

    test('may be taken back', async () => {
      const drink = await asked(stage, ofDrinks);
      const visitor = shopper(stage());
      const view = visitor.event('page_view');
      await visitor.send([view, visitor.event('answer', { question: drink, answer: 'tea' })]);
      await visitor.send([visitor.event('answer', { question: drink, answer: null })]);
      expect(await traitsOf(await stage().owner.visitorOf(view.id))).toEqual([]);
    });

    test.each([
      ['what does not fit', (drink: string) => ({ question: drink, answer: 'wine' }), 'params.answer'],
      ['nothing', (drink: string) => ({ question: drink }), 'params.answer'],
      ['a question that nobody asks', () => ({ question: 'income_of_others', answer: '1' }), 'params.question'],
      ['no question', () => ({}), 'params.question'],
      ['the name, which is signed', () => ({ question: 'name', answer: 'Anna' }), 'params.question'],
    ])('answered with %s is refused alone, by its field', async (_, params, field) => {
      const drink = await asked(stage, ofDrinks);
      const visitor = shopper(stage());
      const view = visitor.event('page_view');
      const { answer } = await visitor.send([view, visitor.event('answer', params(drink))]);
      expect(answer?.refused).toEqual([{ index: 1, field, reason: expect.any(String) }]);
      expect(await traitsOf(await stage().owner.visitorOf(view.id))).toEqual([]);
    });

    test('answered by somebody who may not be counted is kept of nobody', async () => {
      const secret = `Word ${crypto.randomUUID()}`;
      const word = await asked(stage, ofText);
      const visitor = shopper(stage());
      const answer = visitor.event('answer', { question: word, answer: secret });
      expect((await visitor.send([visitor.event('page_view'), answer], { consent: {} })).status).toBe(204);
      await stage().crash();
      const files = [...(await stage().written()).values()];
      expect(files.some((bytes) => bytes.includes(secret))).toBe(false);
    });

    test('is asked in the order that the merchant gives it, worded anew without another key', async () => {
      const keys = [await asked(stage, ofDrinks), await asked(stage, ofText), await asked(stage, ofDrinks)];
      const turned = keys.toReversed();
      const order = { method: 'POST', body: JSON.stringify({ keys: turned }) };
      expect((await stage().owner.ask('/questions/order', order)).status).toBe(204);
      await asked(stage, { ...ofDrinks, words: { uk: 'Що ви п’єте?' } }, keys[0]);
      const { questions } = await list();
      expect(questions.slice(0, 3).map(({ key }) => key)).toEqual(turned);
      expect(questions[2]?.words).toEqual({ uk: 'Що ви п’єте?' });
    });

    test('that is no longer asked is not answered, and what was said of it stays', async () => {
      const word = await asked(stage, ofText);
      const visitor = shopper(stage());
      const view = visitor.event('page_view');
      const said = () => visitor.event('answer', { question: word, answer: 'from a friend' });
      await visitor.send([view, said()]);
      expect((await stage().owner.ask(`/questions/${word}`, { method: 'DELETE' })).status).toBe(204);
      expect((await visitor.send([said()])).status).toBe(422);
      const { traits } = await stage().owner.visitor(await stage().owner.visitorOf(view.id));
      expect(traits).toMatchObject([{ key: word, value: 'from a friend', question: null }]);
      expect((await stage().owner.ask(`/questions/${word}`, { method: 'DELETE' })).status).toBe(404);
    });

    test('keeps its type, since answers were given to it', async () => {
      const drink = await asked(stage, ofDrinks);
      const answer = await put(drink, ofText);
      expect([answer.status, ((await answer.json()) as Problem).code]).toEqual([409, 'type-stands']);
    });

    test.each([
      ['no words', newKey(), { ...ofText, words: {} }],
      ['a choice of one', newKey(), { ...ofDrinks, choices: ofDrinks.choices.slice(1) }],
      ['the same choice twice', newKey(), { ...ofDrinks, choices: [...ofDrinks.choices, ofDrinks.choices[0]] }],
      ['choices where nobody chooses', newKey(), { ...ofDrinks, type: 'text' }],
      ['no type of ours', newKey(), { ...ofText, type: 'essay' }],
      ['a key that no attribute should have', 'A b', ofText],
      ['the key of what the shop signs', 'name', ofText],
    ])('with %s is not kept', async (_, key, question) => {
      const before = await list();
      expect((await put(key, question)).status).toBe(422);
      expect(await list()).toEqual(before);
    });

    describe('in its slot', () => {
      /** What this slot asks, as `[key, words]`. */
      const asks = async (visitor: ReturnType<typeof shopper>, words: Parameters<typeof visitor.send>[1] = {}) => {
        const { answer } = await visitor.send([], { slots: ['questions'], ...words });
        const props = answer?.slots[0]?.props as { questions: { key: string; words: string }[] } | undefined;
        return props?.questions.map(({ key, words }) => [key, words]) ?? null;
      };
      /** Why the slot asks what it asks; it is kept a moment after the answer. */
      const receiptOf = async (view: string) => {
        const timeline = await stage().owner.timeline(await stage().owner.visitorOf(view));
        return timeline.find(({ name }) => name === 'decision')?.receipts[0];
      };
      /** Four that are asked before all others. */
      const fourFirst = async () => {
        const keys = [await asked(stage, ofDrinks), await asked(stage, { ...ofText, type: 'yes_no' })];
        for (let place = 0; place < 2; place++) keys.push(await asked(stage, ofText));
        await stage().owner.ask('/questions/order', { method: 'POST', body: JSON.stringify({ keys }) });
        return keys as [string, string, string, string];
      };

      test('is asked of those who have not answered it, in their language, on none of their devices again', async () => {
        const [drink, second] = await fourFirst();
        const who = newPerson('Марко');
        const { visitor } = await signedIn(stage(), who);
        const page = { id: crypto.randomUUID(), url: 'https://www.shop.example/', language: 'uk' };
        expect((await asks(visitor, { page }))?.slice(0, 2)).toEqual([
          [drink, 'Що ви п’єте?'],
          [second, 'How did you hear of us?'],
        ]);
        await visitor.send([visitor.event('answer', { question: drink, answer: 'tea' })]);
        const laptop = await signedIn(stage(), who);
        expect((await asks(laptop.visitor))?.[0]?.[0]).toBe(second);
        await laptop.visitor.send([laptop.visitor.event('answer', { question: second, answer: null })]);
        expect((await asks(visitor))?.map(([key]) => key)).not.toContain(second);
      });

      test('is asked in the very answer that the one before it is known in, and why stands in the receipt', async () => {
        const [drink, ...others] = await fourFirst();
        const visitor = shopper(stage());
        const view = visitor.event('page_view');
        const said = visitor.event('answer', { question: drink, answer: 'coffee' });
        const { answer } = await visitor.send([view, said], { slots: ['questions'] });
        expect(answer?.slots[0]).toMatchObject({
          widget: 'form',
          props: {
            questions: [{ key: others[0], type: 'choice', choices: [{ value: 'yes', words: 'Yes' }, {}] }, {}, {}],
          },
        });
        await expect
          .poll(() => receiptOf(view.id))
          .toMatchObject({
            inputs: { asked: others },
            steps: [{ name: 'unanswered', count: 3 }],
          });
      });

      test('is not asked again for a while of whoever says “not now”, on none of their devices, and why stands in the receipt', async () => {
        const [drink] = await fourFirst();
        const who = newPerson('Соломія');
        const { visitor } = await signedIn(stage(), who);
        expect((await asks(visitor))?.[0]?.[0]).toBe(drink);
        await visitor.send([visitor.event('slot_dismiss', { decision: 'd', slot: 'questions', question: drink })]);
        expect(await asks(visitor)).toBeNull();
        const laptop = await signedIn(stage(), who);
        const view = laptop.visitor.event('page_view');
        await laptop.visitor.send([view]);
        expect(await asks(laptop.visitor)).toBeNull();
        await expect
          .poll(() => receiptOf(view.id))
          .toMatchObject({ steps: [{ name: 'unanswered', count: 0, note: 'not-now' }] });
      });

      test('is asked of nobody who has not allowed personalisation', async () => {
        await fourFirst();
        const visitor = shopper(stage());
        const view = visitor.event('page_view');
        const { answer } = await visitor.send([view], { slots: ['questions'], consent: { statistics: true } });
        expect(answer?.slots).toEqual([]);
        await expect
          .poll(() => receiptOf(view.id))
          .toMatchObject({
            steps: [{ name: 'unanswered', count: 0, note: 'no-consent' }],
          });
      });
    });

    test('is suggested, in all four languages, until it is asked', async () => {
      const birthday = (await list()).suggestions.find(({ key }) => key === 'birthday');
      if (!birthday) throw new Error('nothing suggested');
      expect(Object.keys(birthday.words)).toEqual(['en', 'uk', 'ro', 'ru']);
      const { key, ...question } = birthday;
      await asked(stage, question, key);
      expect((await list()).suggestions.map((suggestion) => suggestion.key)).not.toContain('birthday');
      await stage().owner.ask('/questions/birthday', { method: 'DELETE' });
    });
  });
}

const ofText: Omit<Question, 'key'> = { type: 'text', words: { en: 'How did you hear of us?' }, choices: [] };

const ofDrinks: Omit<Question, 'key'> = {
  type: 'choice',
  words: { en: 'What do you drink?', uk: 'Що ви п’єте?' },
  choices: [
    { value: 'tea', words: { en: 'Tea', uk: 'Чай' } },
    { value: 'coffee', words: { en: 'Coffee', uk: 'Кава' } },
  ],
};
