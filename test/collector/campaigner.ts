import { expect, vi } from 'vitest';
import type { Campaign } from '../../server/campaigns/campaign.ts';
import type { Receipt } from '../../server/log/receipt.ts';
import type { Decision } from '../../snippet/protocol.ts';
import { type Shopper, shopper } from './shopper.ts';
import type { Stage } from './stage.ts';

const nothing = { categories: [], brands: [], products: [] };

/** In the slot "promo", to everyone, without limits. */
export function campaign(id: string, more: Partial<Campaign> = {}): Omit<Campaign, 'version'> {
  const words = { en: 'Free delivery today', uk: 'Сьогодні доставка безкоштовна' };
  return {
    ...{ id, name: id, state: 'running', place: { kind: 'slot', slot: 'promo' }, audience: null },
    ...{ rungs: ['profile', 'context'], pages: { only: [], never: [] }, products: nothing },
    schedule: { from: null, until: null, days: [], hours: null },
    caps: { session: null, day: null, ever: null, hoursBetween: 0 },
    ...{ priority: 50, sells: false, goal: { event: 'purchase', days: 7 }, againAfter: null, holdout: 0 },
    split: { by: 'weights' },
    variants: [
      {
        ...{ id: 'a', weight: 1 },
        content: {
          ...{ widget: 'message', title: words, text: {}, image: null },
          button: { words: { en: 'Look' }, url: '/sale' },
        },
      },
    ],
    cost: { once: 0, perView: 0, perClick: 0, perGoal: 0 },
    ...more,
  };
}

/** A shop whose merchant keeps campaigns, and whose visitors look at its pages. */
export function campaigner(shop: () => Pick<Stage, 'origin' | 'owner'>) {
  const versions = new Map<string, number>();

  async function keep(kept: Omit<Campaign, 'version'>, note = '') {
    const base = versions.get(kept.id) ?? 0;
    const body = JSON.stringify({ campaign: kept, base, note });
    const answer = await shop().owner.ask(`/campaigns/${kept.id}`, { method: 'PUT', body });
    if (answer.ok) versions.set(kept.id, ((await answer.clone().json()) as Campaign).version);
    return answer;
  }

  /** Opens a page and asks for its slots; what the campaign's slot shows, and what lies over the page. */
  async function look(visitor: Shopper, path = '/', language = 'en', slots: string[] = ['promo']) {
    visitor.open(path);
    const view = visitor.event('page_view');
    const page = { id: view.id.split('.')[0] ?? '', url: `https://www.shop.example${path}`, language };
    const { answer, text } = await visitor.send([view], { slots, page });
    const promo = answer?.slots.find(({ slot }) => slot === 'promo');
    return { promo, over: answer?.slots.find(({ overlay }) => overlay), view, text, answer };
  }

  const tell = (visitor: Shopper, name: string, decision: Decision) =>
    visitor.send([visitor.event(name, { decision: decision.id, slot: decision.slot })]);

  /** Somebody who is not among the few who see no campaign at all; one in twenty is. */
  async function someone(sees: (seen: Awaited<ReturnType<typeof look>>) => boolean, path = '/') {
    for (let tries = 0; tries < 300; tries++) {
      const visitor = shopper(shop());
      const seen = await look(visitor, path);
      if (sees(seen)) return { visitor, ...seen };
    }
    throw new Error('of three hundred visitors nobody saw it');
  }

  async function receiptsOf(view: string): Promise<Receipt[]> {
    const { owner } = shop();
    const visitor = await owner.visitorOf(view);
    // A receipt follows its answer with the next commit.
    return vi.waitFor(async () => {
      const receipts = (await owner.timeline(visitor)).flatMap(({ receipts }) => receipts ?? []);
      expect(receipts).not.toEqual([]);
      return receipts;
    });
  }

  return { keep, look, tell, someone, receiptsOf };
}
