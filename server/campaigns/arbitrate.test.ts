import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Rung } from '../log/receipt.ts';
import { arbitraryCampaign, paths } from './arbitrary-campaign.ts';
import { type Arbitration, arbitrate, type Chosen, type Visit } from './arbitrate.ts';
import { isHeldOut } from './arms.ts';
import { type Interruption, price } from './attention.ts';
import type { Campaign } from './campaign.ts';
import { localTimeIn } from './local-time.ts';
import { planOf, prepare } from './prepare.ts';

const zone = 'Europe/Kyiv';
const localTime = localTimeIn(zone);
const hour = 3_600_000;
const day = 24 * hour;
const start = Date.UTC(2026, 2, 28, 10);
const shoes = { id: 's1', name: 'Red shoes', category: 'Shoes', brand: null };
const budget = 4;

interface Step {
  hours: number;
  path: (typeof paths)[number];
  showsProduct: boolean;
  rung: Rung;
  does: 'nothing' | 'dismisses' | 'clicks' | 'buys';
  hasTrouble: boolean;
}

/** One visitor who goes through these pages; what was shown on each, as the log would have it. */
function walk(campaigns: Campaign[], steps: Step[], name: string) {
  const plan = planOf(campaigns.map((campaign) => prepare(campaign)));
  const isUkrainian = name.length % 2 === 0;
  const seen: { campaign: Campaign; variant: string; at: number; visit: Visit; step: Step }[] = [];
  const reached = new Map<string, number>();
  const past: Interruption[] = [];
  const all: { step: Step; visit: Visit; result: Arbitration }[] = [];
  let now = start;
  let since = start;
  for (const step of steps) {
    now += step.hours * hour;
    if (step.hours >= 0.5) since = now;
    const visit: Visit = {
      name,
      now,
      local: localTime(now),
      since,
      path: step.path,
      product: step.showsProduct ? { ...product, ...shoes } : null,
      rung: step.rung,
      belongs: (rule) => 'field' in rule && isUkrainian,
      exposure: ({ id }) => {
        const of = seen.filter(({ campaign }) => campaign.id === id);
        const [first] = of;
        if (!first) return null;
        return {
          variant: first.variant,
          views: of.length,
          seen: of.map(({ at }) => at),
          reached: reached.get(id) ?? null,
        };
      },
      past: [...past],
      budget,
      hasTrouble: step.hasTrouble,
      hasCode: () => true,
      canAsk: () => true,
      isHeldOut: isHeldOut(name, 5),
      heldOut: 0.05,
    };
    const result = arbitrate(['home', 'side'], plan, visit);
    all.push({ step, visit, result });
    for (const { campaign, variant } of shownBy(result)) {
      seen.push({ campaign, variant, at: now, visit, step });
      if (step.does === 'buys') reached.set(campaign.id, now);
      if (campaign.place.kind === 'slot') continue;
      const { kind } = campaign.place;
      past.push({ at: now, kind, what: 'seen' });
      if (step.does === 'dismisses') past.push({ at: now, kind, what: 'dismissed' });
      if (step.does === 'clicks') past.push({ at: now, kind, what: 'clicked' });
    }
  }
  return { seen, all, past };
}

const product = {
  price: 1_000,
  currency: 'EUR',
  cost: null,
  details: null,
  costCurrency: null,
  url: '/s1',
  image: null,
  inStock: true,
  addedAt: 0,
};

const arbitraryStep: fc.Arbitrary<Step> = fc.record({
  hours: fc.constantFrom(0, 0, 0.1, 0.1, 1, 5, 20, 30),
  path: fc.constantFrom(...paths),
  showsProduct: fc.boolean(),
  rung: fc.constantFrom('profile', 'profile', 'context'),
  does: fc.constantFrom('nothing', 'nothing', 'nothing', 'dismisses', 'clicks', 'buys'),
  hasTrouble: fc.constantFrom(false, false, false, true),
});

const story = fc.record({
  campaigns: fc
    .array(arbitraryCampaign, { minLength: 10, maxLength: 10 })
    .map((all) => all.map((campaign, place) => ({ ...campaign, id: `c${place}` }))),
  steps: fc.array(arbitraryStep, { minLength: 20, maxLength: 20 }),
  name: fc.uuid(),
});

const runs = { numRuns: 500, seed: 6 };

describe('500 visitors of 20 pages each, with ten random campaigns', () => {
  it('see each campaign only as its caps, schedule, pages, products, rungs, audience and goal allow', () => {
    let shown = 0;
    fc.assert(
      fc.property(story, ({ campaigns, steps, name }) => {
        const { seen } = walk(campaigns, steps, name);
        shown += seen.length;
        for (const [place, { campaign, at, visit, step }] of seen.entries()) {
          const { caps, schedule, pages, products, audience } = campaign;
          const before = seen.slice(0, place).filter((other) => other.campaign === campaign);
          expect(campaign.state).toBe('running');
          expect(campaign.rungs).toContain(step.rung);
          expect(campaign.sells && step.hasTrouble).toBe(false);
          if (caps.ever !== null) expect(before.length).toBeLessThan(caps.ever);
          if (caps.day !== null) expect(before.filter((view) => view.at > at - day).length).toBeLessThan(caps.day);
          if (caps.session !== null)
            expect(before.filter((view) => view.at >= visit.since).length).toBeLessThan(caps.session);
          for (const view of before) expect(at - view.at).toBeGreaterThanOrEqual(caps.hoursBetween * hour);
          const bought = before.filter((view) => view.step.does === 'buys').at(-1);
          if (bought) {
            expect(campaign.againAfter).not.toBeNull();
            expect(at - bought.at).toBeGreaterThanOrEqual((campaign.againAfter ?? 0) * day);
          }
          if (audience !== null) expect('any' in audience || name.length % 2 === 1).toBe(false);
          if (products.categories.length > 0) expect(step.showsProduct).toBe(true);
          for (const pattern of pages.never) expect(step.path).not.toMatch(asRegExp(pattern));
          if (pages.only.length > 0) expect(pages.only.some((one) => asRegExp(one).test(step.path))).toBe(true);
          const clock = new Date(at).toLocaleString('sv-SE', { timeZone: zone }).slice(0, 16).replace(' ', 'T');
          if (schedule.from) expect(clock >= schedule.from).toBe(true);
          if (schedule.until) expect(clock < schedule.until).toBe(true);
          if (schedule.hours && schedule.hours.from < schedule.hours.until) {
            expect(clock.slice(11) >= schedule.hours.from && clock.slice(11) < schedule.hours.until).toBe(true);
          }
        }
      }),
      runs,
    );
    // A test in which nothing is shown holds whatever the rules are.
    expect(shown).toBeGreaterThan(2_000);
  });

  it('are interrupted at most once a page, within one budget a day, and not after they have closed one', () => {
    let interrupted = 0;
    fc.assert(
      fc.property(story, ({ campaigns, steps, name }) => {
        const { past } = walk(campaigns, steps, name);
        const views = past.filter(({ what }) => what === 'seen');
        interrupted += views.length;
        for (const { at } of views) {
          const spent = views.filter((view) => view.at > at - day && view.at <= at);
          expect(spent.reduce((sum, { kind }) => sum + price[kind], 0)).toBeLessThanOrEqual(budget);
          const closed = past.findLast(({ what, at: then }) => what === 'dismissed' && then < at);
          if (closed) expect(at - closed.at).toBeGreaterThanOrEqual(day);
        }
      }),
      runs,
    );
    expect(interrupted).toBeGreaterThan(300);
  });

  it('stay with one variant, and see nothing where they go without', () => {
    fc.assert(
      fc.property(story, ({ campaigns, steps, name }) => {
        const { seen, all } = walk(campaigns, steps, name);
        if (isHeldOut(name, 5)) expect(seen).toEqual([]);
        for (const campaign of campaigns) {
          const variants = new Set(seen.filter((view) => view.campaign === campaign).map(({ variant }) => variant));
          expect(variants.size).toBeLessThanOrEqual(1);
          for (const variant of variants) {
            expect(campaign.variants.find(({ id }) => id === variant)?.weight).toBeGreaterThan(0);
          }
          const isWithout = all.some(({ result }) =>
            result.kept.some(({ campaign: id, why }) => id === campaign.id && why === 'goes-without'),
          );
          if (isWithout) expect(variants.size).toBe(0);
        }
      }),
      runs,
    );
  });

  it('have a reason for every campaign that wanted a place and did not get it', () => {
    fc.assert(
      fc.property(story, ({ campaigns, steps, name }) => {
        for (const { result } of walk(campaigns, steps, name).all) {
          const told = [
            ...result.kept.map(({ campaign }) => campaign),
            ...shownBy(result).map(({ campaign }) => campaign.id),
          ];
          const running = campaigns.filter(({ state }) => state === 'running').map(({ id }) => id);
          expect(told.sort()).toEqual(running.sort());
        }
      }),
      runs,
    );
  });
});

function shownBy({ slots, overlay }: Arbitration): Chosen[] {
  return [...slots.values(), overlay].flatMap(({ chosen }) => chosen ?? []);
}

function asRegExp(pattern: string): RegExp {
  return new RegExp(`^${pattern.split('*').join('.*')}$`);
}
