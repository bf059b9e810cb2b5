import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Campaign } from '../../server/campaigns/campaign.ts';
import type { AllCampaigns } from '../../server/results/all-campaigns.ts';
import type { CampaignResults } from '../../server/results/campaign-results.ts';
import type { SelfTest } from '../../server/results/self-test.ts';
import type { WhatIf } from '../../server/results/what-if.ts';
import type { Decision } from '../../snippet/protocol.ts';
import { campaign } from './campaigner.ts';
import { newPerson, signed } from './knowing.ts';
import { type Shopper, shopper } from './shopper.ts';
import type { Stage } from './stage.ts';

/** What campaigns bring, told from what would have come anyway. */
export function proving(stage: () => Stage): void {
  const shop = () => stage().other;
  const [message] = campaign('any').variants;
  if (!message) throw new Error('a campaign has a variant');
  const goal = { event: 'sign_up', days: 7 };
  const variants = ['a', 'b'].map((id) => ({ ...message, id }));
  const letter = campaign('letter', { place: { kind: 'slot', slot: 'letter' }, goal, holdout: 50 });
  const idle = campaign('idle', { place: { kind: 'slot', slot: 'idle' }, goal, variants });
  const learning = campaign('learning', {
    ...{ place: { kind: 'slot', slot: 'learning' }, goal: { event: 'generate_lead', days: 7 }, variants },
    split: { by: 'thompson', floor: 10 },
  });
  const results = async (id: string) => (await shop().owner.read(`/results/${id}`)) as CampaignResults;
  const armOf = ({ arms }: CampaignResults, name: string) => {
    const arm = arms.find((one) => one.arm === name);
    if (!arm) throw new Error(`the campaign has an arm ${name}`);
    return arm;
  };

  async function keep(kept: Omit<Campaign, 'version'>): Promise<void> {
    const { campaigns } = (await shop().owner.read('/campaigns')) as { campaigns: Campaign[] };
    const base = campaigns.find(({ id }) => id === kept.id)?.version ?? 0;
    const body = JSON.stringify({ campaign: kept, base });
    const answer = await shop().owner.ask(`/campaigns/${kept.id}`, { method: 'PUT', body });
    expect(answer.status).toBe(200);
  }

  const variantOf = (shown: Decision | undefined) => shown?.id.split('.')[3];

  /** Opens a page that has all three places; what stood in each. */
  async function look(visitor: Shopper) {
    visitor.open('/');
    const { answer } = await visitor.send([visitor.event('page_view')], { slots: ['letter', 'idle', 'learning'] });
    const inSlot = (name: string) => answer?.slots.find(({ slot }) => slot === name);
    return { letter: inSlot('letter'), idle: inSlot('idle'), learning: inSlot('learning') };
  }

  const buys = (visitor: Shopper) => {
    const order = { transaction_id: crypto.randomUUID(), currency: 'EUR', value: 20 };
    return visitor.event('purchase', { ...order, items: [{ item_id: 'BOOK', price: 20 }] });
  };

  /**
   * Three of four who see the letter sign up, and buy; one of four who do not. The idle campaign does nothing. Of the one that learns, variant b
   * brings three of four to leave an address, and a one of four.
   */
  async function comes(count: number): Promise<void> {
    const came = new Map<string, number>();
    const next = (cell: string) => {
      const number = came.get(cell) ?? 0;
      came.set(cell, number + 1);
      return number;
    };
    const queue = Array.from({ length: count }, () => async () => {
      const visitor = shopper(shop());
      const seen = await look(visitor);
      const number = next(`${seen.letter ? 'letter' : 'none'} ${variantOf(seen.idle)}`);
      const signsUp = (number % 4 === 0) !== Boolean(seen.letter);
      const learnt = variantOf(seen.learning);
      const leaves = learnt !== undefined && (next(learnt) % 4 === 0) === (learnt === 'a');
      const does = [...(signsUp ? [visitor.event('sign_up'), buys(visitor)] : [])];
      if (leaves) does.push(visitor.event('generate_lead'));
      if (does.length > 0) await visitor.send(does);
    });
    await Promise.all(
      Array.from({ length: 16 }, async () => {
        for (let one = queue.pop(); one; one = queue.pop()) await one();
      }),
    );
  }

  describe('what a campaign brings', () => {
    beforeAll(async () => {
      await keep(letter);
      await keep(idle);
      await keep(learning);
    });
    afterAll(async () => {
      for (const one of [letter, idle, learning]) await keep({ ...one, state: 'archived' });
    });

    test('is not told of nobody, and of few only how many more must come', async () => {
      expect(await results('letter')).toMatchObject({ verdict: { says: 'nobody' }, since: null, base: '-' });
      await comes(20);
      const { verdict, people, arms } = await results('letter');
      expect(verdict.says).toBe('too-few');
      expect(people).toBeGreaterThan(10);
      expect(arms.every(({ against }) => !against?.goal.isKnown)).toBe(true);
      expect((await shop().owner.ask('/results/none')).status).toBe(404);
    });

    test('is found where it brings something, and not where it does nothing', { timeout: 60_000 }, async () => {
      await comes(260);
      const found = await results('letter');
      expect(found.verdict).toMatchObject({ says: 'finds', arm: 'a' });
      const { goal: more, revenue } = armOf(found, 'a').against ?? {};
      if (!more?.isKnown || !revenue?.isKnown) throw new Error('enough have come');
      expect(more.low).toBeGreaterThan(0);
      expect(Math.abs(more.mean - 1 / 2)).toBeLessThan(0.1);
      expect(revenue.mean).toBeCloseTo(2_000 * more.mean, 6);
      expect(armOf(found, 'a').chance).toBeGreaterThan(0.99);
      expect(armOf(found, 'a').net).toBe(2_000 * armOf(found, 'a').orders);
      expect(armOf(found, 'a').orders).toBe(armOf(found, 'a').reached);

      const nothing = await results('idle');
      expect(nothing).toMatchObject({ base: 'a', verdict: { says: 'nothing-yet' } });
      expect(nothing.people).toBe(found.people);
    });

    test('moves the shares of one that learns to what works, and still tells the truth of it', {
      timeout: 60_000,
    }, async () => {
      const before = await results('learning');
      expect(before.shares.map(({ shares }) => shares)).toEqual([[0.5, 0.5]]);
      expect(before.verdict).toMatchObject({ says: 'finds', arm: 'b' });
      const learn = (id: string) => shop().owner.ask(`/results/${id}/shares`, { method: 'POST' });
      expect((await learn('learning')).status).toBe(200);
      const learnt = await results('learning');
      const [newest] = learnt.shares;
      expect(newest?.shares[0]).toBeCloseTo(0.1, 2);
      expect(newest?.shares[1]).toBeCloseTo(0.9, 2);
      expect(learnt.shares).toHaveLength(2);
      // Nothing has come since that would say otherwise.
      await learn('learning');
      expect((await results('learning')).shares).toEqual(learnt.shares);

      await comes(60);
      const after = await results('learning');
      const more = (of: string) => armOf(after, of).people - armOf(before, of).people;
      expect(more('b')).toBeGreaterThan(2 * more('a'));
      expect(after.evenness).toBeGreaterThan(0.0005);
      expect(Math.abs(armOf(after, 'b').rate - armOf(after, 'a').rate - 1 / 2)).toBeLessThan(0.15);
      expect(armOf(after, 'b').worth).toBeLessThan(armOf(after, 'b').people);
      const would = (shares: Record<string, number>) =>
        shop().owner.ask('/results/learning/what-if', { method: 'POST', body: JSON.stringify({ shares }) });
      const all = (await (await would({ b: 100 })).json()) as WhatIf;
      if (!all.isKnown) throw new Error('half of them were drawn into it');
      expect(Math.abs(all.would.goal.mean - 3 / 4)).toBeLessThan(0.1);
      expect(all.would.goal.low).toBeGreaterThan(all.was?.goal.mean ?? 1);
      expect(await (await would({ '-': 1 })).json()).toMatchObject({ because: 'never-drawn', arms: ['-'] });
      expect((await would({ b: 0 })).status).toBe(422);
      // By weights nothing is learnt.
      await learn('idle');
      expect((await results('idle')).shares).toHaveLength(1);
      expect((await learn('none')).status).toBe(404);
    });

    test('counts what was done with it, and what that costs', async () => {
      await keep({ ...letter, cost: { once: 5_000, perView: 1, perClick: 10, perGoal: 100 } });
      const before = await results('letter');
      for (let tries = 0, told = 0; told < 1; tries++) {
        if (tries > 60) throw new Error('nobody saw the letter');
        const visitor = shopper(shop());
        const { letter: shown } = await look(visitor);
        if (!shown) continue;
        told++;
        const about = { decision: shown.id, slot: shown.slot };
        for (const name of ['slot_view', 'slot_view', 'slot_click', 'slot_dismiss'])
          await visitor.send([visitor.event(name, about)]);
      }
      const after = await results('letter');
      const [was, is] = [armOf(before, 'a'), armOf(after, 'a')];
      expect([is.views - was.views, is.clicks - was.clicks, is.dismissals - was.dismissals]).toEqual([2, 1, 1]);
      expect(is.people - was.people).toBe(1);
      expect(after.cost - before.cost).toBe(12);
      expect(after.cost).toBe(5_000 + is.cost);
      const [head = '', line = ''] = (
        await (await shop().owner.ask('/results/letter/arms.csv?separator=comma')).text()
      ).split('\r\n');
      expect(head).toContain('arm,people,reached');
      expect(line).toMatch(/^'?-,\d+,/);
    });

    test('leaves out whoever was drawn into two arms, and forgets whoever is erased', async () => {
      const before = await results('letter');
      const who = newPerson('Olena');
      const devices: Shopper[] = [];
      for (let tries = 0; devices.length < 2; tries++) {
        if (tries > 90) throw new Error('nobody went without');
        const visitor = shopper(shop());
        const { letter: shown, idle: other } = await look(visitor);
        // Who sees neither is one of those who see no campaign at all.
        if (other && (shown !== undefined) === (devices.length === 0)) devices.push(visitor);
      }
      const meanwhile = await results('letter');
      expect(meanwhile.inTwoArms).toBe(before.inTwoArms);
      for (const visitor of devices)
        await visitor.send([visitor.event('login', { identity: await signed(shop().owner, who) })]);
      const joined = await results('letter');
      expect(joined.inTwoArms).toBe(before.inTwoArms + 1);
      expect(joined.people).toBe(meanwhile.people - 2);

      const view = devices[0]?.event('page_view');
      if (!view) throw new Error('there are two devices');
      await devices[0]?.send([view]);
      const erased = await shop().owner.ask(`/visitors/${await shop().owner.visitorOf(view.id)}`, { method: 'DELETE' });
      expect(erased.status).toBe(200);
      const after = await results('letter');
      expect(after).toMatchObject({ inTwoArms: before.inTwoArms, people: joined.people, counted: 1 });
    });

    test('begins anew where its arms become others, and not where it only pauses', async () => {
      const before = await results('letter');
      await keep({ ...letter, state: 'paused' });
      await keep({ ...letter, priority: 60 });
      expect((await results('letter')).people).toBe(before.people);
      await keep({ ...letter, holdout: 40 });
      const after = await results('letter');
      expect(after).toMatchObject({ people: 0, verdict: { says: 'nobody' } });
      expect(after.earlier).toBeGreaterThanOrEqual(before.people);
    });

    test('is told of all campaigns together, by those who see none', async () => {
      const all = (await shop().owner.read('/results')) as AllCampaigns;
      const [held, met] = all.arms;
      expect(all.share).toBe(5);
      expect(met?.people).toBeGreaterThan(220);
      expect(held?.people).toBeGreaterThan(2);
      expect(['too-few', 'nothing-yet', 'finds']).toContain(all.verdict.says);
      const file = await (await shop().owner.ask('/results/all.csv?separator=comma')).text();
      expect(file.split('\r\n')[1]).toMatch(new RegExp(`^held,${held?.people},`));
    });

    test('is not found between halves of the same people that nothing tells apart', async () => {
      const ask = (from: number, count: number) =>
        shop().owner.ask('/results/self-test', { method: 'POST', body: JSON.stringify({ from, count }) });
      const tested = (await (await ask(0, 10)).json()) as SelfTest;
      expect(tested.people).toBeGreaterThan(300);
      expect(tested.buyers).toBeGreaterThan(100);
      expect(tested).toMatchObject({ splits: 10, tooFew: 0 });
      expect(tested.found).toBeLessThanOrEqual(1);
      // The same numbers draw the same halves.
      expect(await (await ask(0, 10)).json()).toEqual(tested);
      expect((await ask(0, 1_000)).status).toBe(422);
    });
  });
}
