import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Campaign } from '../../server/campaigns/campaign.ts';
import type { SurveyResults } from '../../server/results/survey-results.ts';
import type { Decision } from '../../snippet/protocol.ts';
import { campaign, campaigner } from './campaigner.ts';
import { newPerson, signed } from './knowing.ts';
import { type Shopper, shopper } from './shopper.ts';
import type { Stage } from './stage.ts';

type Survey = Extract<Campaign['variants'][number]['content'], { widget: 'survey' }>;

const day = 86_400_000;

/** Surveys: asked of those who have not answered lately; and what was said is known of them, and counted. */
export function surveying(stage: () => Stage): void {
  const shop = () => stage().other;
  const { keep, look, tell, someone, receiptsOf } = campaigner(shop);

  const survey: Survey = {
    ...{ widget: 'survey', restDays: 20 },
    questions: [
      {
        key: 'recommends',
        asks: 'nps',
        words: { en: 'Would you recommend us?', uk: 'Чи порадили б ви нас?' },
        only: null,
      },
      {
        ...{ key: 'what_hurts', asks: 'text', words: { en: 'What went wrong?' } },
        only: { key: 'recommends', values: [0, 1, 2, 3, 4, 5, 6] },
      },
      { key: 'effort', asks: 'ces', words: { en: 'How easy was it?' }, only: null },
    ],
  };
  const showing = (content: Survey): Campaign['variants'] => [{ id: 'a', weight: 1, content }];
  const happy = (more: Partial<Campaign> = {}) =>
    campaign('happy', {
      ...{ rungs: ['profile'], variants: showing(survey), goal: { event: 'answer', days: 7 }, againAfter: 0 },
      ...more,
    });
  const results = async () => ((await shop().owner.read('/results/happy/survey')) as { survey: SurveyResults }).survey;
  const figuresOf = async (key: string) => (await results()).questions.find((one) => one.key === key);

  const say = (visitor: Shopper, { id, slot }: Decision, question: string, answer: unknown) =>
    visitor.send([visitor.event('answer', { decision: id, slot, question, answer } as never)]);

  /** Somebody who is asked. */
  async function asked() {
    const { visitor, promo, view } = await someone(({ promo }) => promo?.widget === 'survey');
    if (!promo) throw new Error('nobody was asked');
    return { visitor, decision: promo, view };
  }

  describe('a survey', () => {
    beforeAll(async () => {
      expect((await keep(happy())).status).toBe(200);
    });
    afterAll(async () => {
      await keep(happy({ state: 'archived' }));
    });

    test('comes whole, in the visitor’s language, with what its scale means and what follows on which answer', async () => {
      const { visitor, decision, view } = await asked();
      expect(decision.props).toMatchObject({ title: 'Would you recommend us?', skip: 'Skip' });
      expect(decision.props.questions).toMatchObject([
        { key: 'recommends', type: 'scale', ends: ['not at all likely', 'extremely likely'] },
        { key: 'what_hurts', type: 'text', only: { key: 'recommends', values: ['0', '1', '2', '3', '4', '5', '6'] } },
        { key: 'effort', type: 'scale' },
      ]);
      const [first] = decision.props.questions as { choices: { value: string }[] }[];
      expect(first?.choices.map(({ value }) => value)).toEqual('0 1 2 3 4 5 6 7 8 9 10'.split(' '));
      const { promo } = await look(visitor, '/', 'uk');
      expect(promo?.props).toMatchObject({ title: 'Чи порадили б ви нас?', skip: 'Пропустити' });
      const [receipt] = await receiptsOf(view.id);
      expect(receipt).toMatchObject({
        ...{ widget: 'survey', inputs: { asked: ['recommends', 'what_hurts', 'effort'] } },
        campaign: { id: 'happy', variant: 'a' },
      });
    });

    test('is known and counted by what is answered: the score, each step, the newest texts, each person once', async () => {
      const before = await results();
      const one = await asked();
      await tell(one.visitor, 'slot_view', one.decision);
      await say(one.visitor, one.decision, 'recommends', '3');
      const complaint = 'The parcel was late. '.repeat(20).trim();
      await say(one.visitor, one.decision, 'what_hurts', complaint);
      const two = await asked();
      await say(two.visitor, two.decision, 'recommends', '9');
      await say(two.visitor, two.decision, 'recommends', '10');
      const after = await results();
      expect([after.seen - before.seen, after.answered - before.answered]).toEqual([1, 2]);
      expect(await figuresOf('recommends')).toMatchObject({
        asks: 'nps',
        people: 2,
        score: 0,
        mean: 6.5,
        margin: null,
      });
      expect(await figuresOf('effort')).toMatchObject({ people: 0, mean: null });
      // In the log it is whole; a profile keeps its beginning.
      const visitor = await shop().owner.visitorOf(one.view.id);
      expect(await figuresOf('what_hurts')).toMatchObject({ people: 1, latest: [{ visitor, text: complaint }] });
      const { traits } = await shop().owner.visitor(visitor);
      expect(traits.find(({ key }) => key === 'what_hurts')?.value).toBe(complaint.slice(0, 200));
      const segment = await shop().owner.ask('/segments/preview', {
        method: 'POST',
        body: JSON.stringify({ rule: { trait: 'recommends', is: '<=', value: 6 } }),
      });
      expect(segment.status, await segment.text()).toBe(200);
    });

    test('is an outcome: whoever answers has reached its goal, and answers to other questions are none', async () => {
      const goalOf = async () => {
        const { arms } = (await shop().owner.read('/results/happy')) as { arms: { arm: string; reached: number }[] };
        return arms.find(({ arm }) => arm === 'a')?.reached ?? 0;
      };
      const before = await goalOf();
      const { visitor, decision } = await asked();
      const elsewhere = { ...decision, id: 'd.0' };
      await say(visitor, elsewhere, 'effort', 7);
      expect(await goalOf()).toBe(before);
      await say(visitor, decision, 'effort', 6);
      expect(await goalOf()).toBe(before + 1);
    });

    test('is not asked again within its days of anybody who has answered, on whichever device, and then is', async () => {
      const who = newPerson('Oksana');
      const { visitor, decision } = await asked();
      const identity = await signed(shop().owner, who);
      await visitor.send([visitor.event('login', { identity })]);
      await say(visitor, decision, 'recommends', 8);
      expect((await look(visitor)).promo).toBeUndefined();
      const other = shopper(shop());
      await other.send([other.event('login', { identity: await signed(shop().owner, who) })]);
      expect((await look(other)).promo).toBeUndefined();

      const long = await asked();
      const answer = { decision: long.decision.id, slot: long.decision.slot, question: 'recommends', answer: '8' };
      const ago = (days: number) => ({ ...long.visitor.event('answer', answer), time: Date.now() - days * day });
      await long.visitor.send([ago(21)]);
      expect((await look(long.visitor)).promo).toBeDefined();
      await long.visitor.send([ago(19)]);
      expect((await look(long.visitor)).promo).toBeUndefined();
    });

    test('“not now” is heard', async () => {
      const { visitor, decision } = await asked();
      await tell(visitor, 'slot_dismiss', decision);
      expect((await look(visitor)).promo).toBeUndefined();
    });

    test('is asked of nobody of whom it may not be known what they have said', async () => {
      const visitor = shopper(shop());
      const { answer } = await visitor.send([visitor.event('page_view')], {
        ...{ slots: ['promo'], consent: { statistics: true } },
      });
      expect(answer?.slots ?? []).toEqual([]);
    });

    test('over the page spends attention as what interrupts most', async () => {
      await keep(happy({ place: { kind: 'survey', trigger: { on: 'load' } } }));
      const window = campaign('window', {
        place: { kind: 'popup', trigger: { on: 'load' } },
        rungs: ['profile'],
        priority: 10,
      });
      await keep(window);
      const { visitor, over } = await someone((seen) => seen.over?.widget === 'survey');
      if (!over) throw new Error('nobody was asked');
      expect(over.overlay).toMatchObject({ kind: 'survey' });
      await tell(visitor, 'slot_view', over);
      await say(visitor, over, 'recommends', 9);
      // Nothing is left for the window of a budget that is spent by half and less.
      expect((await look(visitor)).over).toBeUndefined();
      await keep({ ...window, state: 'archived' });
      await keep(happy());
    });

    test('that cannot be is refused by its field', async () => {
      const wrong = async (kept: Omit<Campaign, 'version'>) => {
        const answer = await keep(kept);
        return [answer.status, ((await answer.json()) as { field?: string }).field];
      };
      const [first, second, third] = survey.questions;
      if (!first || !second || !third) throw new Error('it has three questions');
      const asking = (...questions: Survey['questions']) => happy({ variants: showing({ ...survey, questions }) });
      const ofQuestions = [422, 'campaign.variants.0.content.questions'];
      expect(await wrong(asking(second, first))).toEqual(ofQuestions);
      expect(await wrong(asking(first, first))).toEqual(ofQuestions);
      expect(await wrong(asking(first, { ...second, only: { key: 'recommends', values: [11] } }))).toEqual(ofQuestions);
      expect(await wrong(happy({ rungs: ['profile', 'context'] }))).toEqual([422, 'campaign.rungs']);
      expect(await wrong(happy({ place: { kind: 'bar', trigger: { on: 'load' } } }))).toEqual([
        ...[422, 'campaign.variants.0.content'],
      ]);
      const other = { ...asking({ ...first, asks: 'csat' }), id: 'other' };
      expect(await wrong(other)).toEqual([422, 'campaign.variants.0.content.questions.0.key']);
      const own = await shop().owner.ask('/questions/recommends', {
        method: 'PUT',
        body: JSON.stringify({ type: 'text', words: { en: 'Would you?' } }),
      });
      expect([own.status, await own.json()]).toMatchObject([409, { code: 'key-taken' }]);
      const { visitor, decision } = await asked();
      for (const answer of ['11', '-1', 2.5]) {
        const { status, text } = await say(visitor, decision, 'recommends', answer);
        expect([status, text]).toEqual([422, expect.stringContaining('a whole number from 0 to 10')]);
      }
    });
  });
}
