import { describe, expect, test } from 'vitest';
import type { ReplayedPerson } from '../../server/campaigns/time-machine.ts';
import type { Rule } from '../../server/segments/rule.ts';
import type { PastMember } from '../../server/segments/time-machine.ts';
import type { Part } from '../../server/time-machine/go-through.ts';
import { campaign, campaigner } from './campaigner.ts';
import { newPerson, signedIn } from './knowing.ts';
import { shopper } from './shopper.ts';
import type { Stage } from './stage.ts';

/** What a segment that is not kept yet would have been in the last days, and whom a campaign would have met. */
export function goingBack(stage: () => Stage): void {
  const shop = () => stage().other;
  const { keep } = campaigner(shop);
  const post = (path: string, body: unknown) => shop().owner.ask(path, { method: 'POST', body: JSON.stringify(body) });

  async function everyone<T>(path: string, draft: object): Promise<T[]> {
    const people: T[] = [];
    for (let after: string | null = ''; after !== null; ) {
      const answer = await post(path, { ...draft, days: 1, after });
      expect(answer.status).toBe(200);
      const part = (await answer.json()) as Part<T>;
      people.push(...part.people);
      after = part.next;
    }
    return people;
  }

  const category = () => `Coffee ${crypto.randomUUID().slice(0, 8)}`;
  const viewed = (of: string): Rule => ({ did: 'view_item', is: '>=', times: 1, within: 7, category: of });
  const oneView = (of: string): Rule => ({ did: 'view_item', is: '=', times: 1, within: 7, category: of });
  const stays = async (rule: Rule, visitor: string) =>
    (await everyone<PastMember>('/segments/replay', { rule })).find((one) => one.visitor === visitor);

  describe('a draft of a segment, gone through with the last days', () => {
    test('tells when somebody would have come in and gone out, and what they were in meanwhile', async () => {
      const coffee = category();
      const kept = await post('/segments', { name: `Fond of ${coffee}`, rule: viewed(coffee) });
      const { id: segment } = (await kept.json()) as { id: string };
      const only = { only: ['/nowhere'], never: [] };
      expect((await keep(campaign('coffee', { audience: viewed(coffee), pages: only }))).ok).toBe(true);
      const visitor = shopper(shop());
      const items = [{ item_id: 'COF-1', item_category: coffee }];
      const page = visitor.event('page_view');
      await visitor.send([page]);
      const [first, second] = [visitor.event('view_item', { items }), visitor.event('view_item', { items })];
      second.time = first.time + 5;
      await visitor.send([first]);
      await new Promise((resolve) => setTimeout(resolve, 5));
      await visitor.send([second]);
      const of = await shop().owner.visitorOf(page.id);
      const once = await stays(oneView(coffee), of);
      expect(once).toMatchObject({
        ...{ stays: [{ isOld: false, isOpen: false }], segments: [segment], campaigns: ['coffee'] },
      });
      const [stay = { from: 0, until: 0 }] = once?.stays ?? [];
      expect(stay.until).toBeGreaterThan(stay.from);
      expect((await stays(viewed(coffee), of))?.stays).toMatchObject([{ from: stay.from, isOld: false, isOpen: true }]);
      expect(await stays(viewed(category()), of)).toMatchObject({ stays: [], segments: [], campaigns: [] });
      const edited = await everyone<PastMember>('/segments/replay', { rule: viewed(coffee), id: segment });
      expect(edited.find((one) => one.visitor === of)?.segments).toEqual([]);
      await keep(campaign('coffee', { state: 'archived' }));
    });

    test('knows of the orders that there were by then', async () => {
      const coffee = category();
      const visitor = shopper(shop());
      const items = [{ item_id: 'COF-2', item_category: coffee, price: 9 }];
      const view = visitor.event('view_item', { items });
      await visitor.send([view]);
      const of = await shop().owner.visitorOf(view.id);
      const order = { transaction_id: crypto.randomUUID(), currency: 'EUR', value: 9, items };
      await visitor.send([visitor.event('purchase', order)]);
      const before = await stays({ all: [viewed(coffee), { field: 'orders', is: '=', value: 0 }] }, of);
      const after = await stays({ all: [viewed(coffee), { field: 'orders', is: '=', value: 1 }] }, of);
      expect(before?.stays).toMatchObject([{ isOpen: false }]);
      expect(after?.stays).toMatchObject([{ from: before?.stays[0]?.until, isOpen: true }]);
    });

    test('leaves out whoever refused to be counted since', async () => {
      const coffee = category();
      const visitor = shopper(shop());
      const view = visitor.event('view_item', { items: [{ item_id: 'COF-3', item_category: coffee }] });
      await visitor.send([view]);
      const of = await shop().owner.visitorOf(view.id);
      expect((await stays(viewed(coffee), of))?.stays).toHaveLength(1);
      await visitor.send([visitor.event('page_view')], { consent: { source: 'api' } });
      expect(await stays(viewed(coffee), of)).toBeUndefined();
    });

    test('counts somebody with two devices once', async () => {
      const coffee = category();
      const who = newPerson('Соломія');
      const devices = [await signedIn(shop(), who), await signedIn(shop(), who)];
      const items = [{ item_id: 'COF-4', item_category: coffee }];
      for (const { visitor } of devices) await visitor.send([visitor.event('view_item', { items })]);
      const twice: Rule = { did: 'view_item', is: '>=', times: 2, within: 7, category: coffee };
      const all = await everyone<PastMember>('/segments/replay', { rule: twice });
      expect(all.filter((one) => one.stays.length > 0)).toHaveLength(1);
    });
  });

  describe('a draft of a campaign, gone through with the last days', () => {
    test('tells in which segments those were who would have seen it, and knows of their orders by then', async () => {
      const coffee = category();
      const kept = await post('/segments', { name: `Buys ${coffee}`, rule: viewed(coffee) });
      const { id: segment } = (await kept.json()) as { id: string };
      const audience: Rule = { all: [viewed(coffee), { field: 'orders', is: '>=', value: 1 }] };
      const draft = campaign('draft', { audience, state: 'draft', rungs: ['profile'], holdout: 0 });
      const told = await firstToldOf(async () => {
        const visitor = shopper(shop());
        const items = [{ item_id: 'COF-5', item_category: coffee, price: 9 }];
        const order = { transaction_id: crypto.randomUUID(), currency: 'EUR', value: 9, items };
        const first = visitor.event('page_view');
        await visitor.send([first, visitor.event('view_item', { items })]);
        visitor.open('/again');
        await visitor.send([visitor.event('page_view')]);
        await visitor.send([visitor.event('purchase', order)]);
        visitor.open('/thanks');
        await visitor.send([visitor.event('page_view')]);
        const of = await shop().owner.visitorOf(first.id);
        const all = await everyone<ReplayedPerson>('/campaigns/replay', { campaign: draft });
        return all.find((one) => one.visitor === of);
      });
      expect(told).toMatchObject({ kept: { 'not-for-them': 2 }, segments: [segment] });
      expect(told?.seen).toHaveLength(1);
    });
  });

  /** One in twenty sees no campaign at all. */
  async function firstToldOf(next: () => Promise<ReplayedPerson | undefined>): Promise<ReplayedPerson | undefined> {
    for (let tried = 0; tried < 10; tried++) {
      const told = await next();
      if (!told?.kept['held-out']) return told;
    }
    return undefined;
  }
}
