import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Campaign } from '../../server/campaigns/campaign.ts';
import type { AllCampaigns } from '../../server/results/all-campaigns.ts';
import type { CampaignResults } from '../../server/results/campaign-results.ts';
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

  /** Opens a page that has both places; what stood in each. */
  async function look(visitor: Shopper) {
    visitor.open('/');
    const { answer } = await visitor.send([visitor.event('page_view')], { slots: ['letter', 'idle'] });
    const inSlot = (name: string) => answer?.slots.find(({ slot }) => slot === name);
    return { letter: inSlot('letter'), idle: inSlot('idle') };
  }

  const buys = (visitor: Shopper) => {
    const order = { transaction_id: crypto.randomUUID(), currency: 'EUR', value: 20 };
    return visitor.event('purchase', { ...order, items: [{ item_id: 'BOOK', price: 20 }] });
  };

  /** Half of those who see the letter sign up, and buy; one in six of those who do not. The other campaign does nothing. */
  async function comes(count: number): Promise<void> {
    const came = new Map<string, number>();
    const queue = Array.from({ length: count }, () => async () => {
      const visitor = shopper(shop());
      const seen = await look(visitor);
      const cell = `${seen.letter ? 'letter' : 'none'} ${seen.idle?.id.split('.')[3]}`;
      const number = came.get(cell) ?? 0;
      came.set(cell, number + 1);
      if (number % (seen.letter ? 2 : 6) === 0) await visitor.send([visitor.event('sign_up'), buys(visitor)]);
    });
    await Promise.all(
      Array.from({ length: 16 }, async () => {
        for (let next = queue.pop(); next; next = queue.pop()) await next();
      }),
    );
  }

  describe('what a campaign brings', () => {
    beforeAll(async () => {
      await keep(letter);
      await keep(idle);
    });
    afterAll(async () => {
      for (const one of [letter, idle]) await keep({ ...one, state: 'archived' });
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
      await comes(430);
      const found = await results('letter');
      expect(found.verdict).toMatchObject({ says: 'finds', arm: 'a' });
      const { goal: more, revenue } = armOf(found, 'a').against ?? {};
      if (!more?.isKnown || !revenue?.isKnown) throw new Error('enough have come');
      expect(more.low).toBeGreaterThan(0);
      expect(more.mean).toBeCloseTo(1 / 3, 1);
      expect(revenue.mean).toBeCloseTo(667, -2);
      expect(armOf(found, 'a').chance).toBeGreaterThan(0.99);
      expect(armOf(found, 'a').net).toBe(2_000 * armOf(found, 'a').orders);
      expect(armOf(found, 'a').orders).toBe(armOf(found, 'a').reached);

      const nothing = await results('idle');
      expect(nothing).toMatchObject({ base: 'a', verdict: { says: 'nothing-yet' } });
      expect(nothing.people).toBe(found.people);
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
      expect(met?.people).toBeGreaterThan(350);
      expect(held?.people).toBeGreaterThan(5);
      expect(['too-few', 'nothing-yet', 'finds']).toContain(all.verdict.says);
    });
  });
}
