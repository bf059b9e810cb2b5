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
  const learnt = planOf(campaigns.map((campaign) => prepare(campaign, moved(campaign))));
  const isUkrainian = name.length % 2 === 0;
  const seen: { campaign: Campaign; variant: string; at: number; visit: Visit; step: Step }[] = [];
  const reached = new Map<string, number>();
  const past: Interruption[] = [];
  const all: { step: Step; visit: Visit; result: Arbitration }[] = [];
  let now = start;
  let since = start;
  for (const [place, step] of steps.entries()) {
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
    const result = arbitrate(['home', 'side'], place < steps.length / 2 ? plan : learnt, visit);
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

/** Shares as they are learnt meanwhile: nearly all for the last variant that has a weight. */
function moved({ variants }: Campaign): number[] {
  const last = variants.findLastIndex(({ weight }) => weight > 0);
  const others = variants.filter(({ weight }) => weight > 0).length - 1;
  return variants.map(({ weight }, place) => (weight === 0 ? 0 : place === last ? 1 - 0.1 * others : 0.1));
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
  campaigns: fc.array(arbitraryCampaign, { minLength: 10, maxLength: 10 }).map(named),
  steps: fc.array(arbitraryStep, { minLength: 20, maxLength: 20 }),
  name: fc.uuid(),
});

function named(all: readonly Omit<Campaign, 'id'>[]): Campaign[] {
  return all.map((campaign, place) => ({ ...campaign, id: `c${place}` }));
}

/** Which promises were broken on somebody's way; none, of as many as it takes. */
function broken(campaigns: readonly Campaign[], name: string, walked: ReturnType<typeof walk>): string[] {
  const wrong: string[] = [];
  const holds = (isSo: boolean, promise: string) => isSo || wrong.push(promise);
  for (const [place, view] of walked.seen.entries()) allowed(view, walked.seen.slice(0, place), name, holds);
  interrupted(walked.past, holds);
  drawnOnce(campaigns, name, walked, holds);
  const running = campaigns.filter(({ state }) => state === 'running').map(({ id }) => id);
  for (const { result } of walked.all) {
    const told = [...result.kept, ...shownBy(result).map(({ campaign: { id } }) => ({ campaign: id }))];
    holds(new Set(told.map(({ campaign }) => campaign)).size === told.length, 'told once');
    holds(told.length === running.length, 'a reason for each that runs');
  }
  return wrong;
}

type Holds = (isSo: boolean, promise: string) => unknown;
type View = ReturnType<typeof walk>['seen'][number];

/** Each campaign is seen only as its caps, schedule, pages, products, rungs, audience and goal allow. */
function allowed({ campaign, at, visit, step }: View, earlier: readonly View[], name: string, holds: Holds): void {
  const { caps, schedule, pages, products, audience } = campaign;
  const before = earlier.filter((other) => other.campaign === campaign);
  holds(campaign.state === 'running', 'running');
  holds(campaign.rungs.includes(step.rung), 'rung');
  holds(!(campaign.sells && step.hasTrouble), 'trouble');
  holds(before.length < (caps.ever ?? Number.POSITIVE_INFINITY), 'cap ever');
  const today = before.filter((view) => view.at > at - day).length;
  holds(today < (caps.day ?? Number.POSITIVE_INFINITY), 'cap a day');
  const inVisit = before.filter((view) => view.at >= visit.since).length;
  holds(inVisit < (caps.session ?? Number.POSITIVE_INFINITY), 'cap a visit');
  for (const view of before) holds(at - view.at >= caps.hoursBetween * hour, 'hours between');
  const bought = before.findLast((view) => view.step.does === 'buys');
  if (bought) holds(campaign.againAfter !== null && at - bought.at >= campaign.againAfter * day, 'goal reached');
  if (audience !== null) holds(!('any' in audience) && name.length % 2 === 0, 'audience');
  if (products.categories.length > 0) holds(step.showsProduct, 'product');
  for (const pattern of pages.never) holds(!asRegExp(pattern).test(step.path), 'never on this page');
  if (pages.only.length > 0)
    holds(
      pages.only.some((one) => asRegExp(one).test(step.path)),
      'on these pages alone',
    );
  const clock = clockOf.format(at).slice(0, 16).replace(' ', 'T');
  if (schedule.from) holds(clock >= schedule.from, 'begun');
  if (schedule.until) holds(clock < schedule.until, 'not over');
  const { hours } = schedule;
  if (hours && hours.from < hours.until) holds(clock.slice(11) >= hours.from && clock.slice(11) < hours.until, 'hours');
}

const clockOf = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });

/** Within one budget a day, and not after they have closed one. */
function interrupted(past: readonly Interruption[], holds: Holds): void {
  const views = past.filter(({ what }) => what === 'seen');
  for (const { at } of views) {
    const spent = views.filter((view) => view.at > at - day && view.at <= at);
    holds(spent.reduce((sum, { kind }) => sum + price[kind], 0) <= budget, 'attention');
    const closed = past.findLast(({ what, at: then }) => what === 'dismissed' && then < at);
    if (closed) holds(at - closed.at >= day, 'closed one');
  }
}

/** They stay with one variant, and see nothing where they go without. */
function drawnOnce(
  campaigns: readonly Campaign[],
  name: string,
  { seen, all }: ReturnType<typeof walk>,
  holds: Holds,
): void {
  if (isHeldOut(name, 5)) holds(seen.length === 0, 'held out');
  const without = new Set<string>();
  for (const { result } of all)
    for (const { campaign, why } of result.kept) if (why === 'goes-without') without.add(campaign);
  for (const campaign of campaigns) {
    const variants = new Set(seen.filter((view) => view.campaign === campaign).map(({ variant }) => variant));
    holds(variants.size <= 1, 'one variant');
    for (const variant of variants)
      holds((campaign.variants.find(({ id }) => id === variant)?.weight ?? 0) > 0, 'a variant with weight');
    if (without.has(campaign.id)) holds(variants.size === 0, 'goes without');
  }
}

describe('what campaigns promise', () => {
  it('holds on every way of a visitor, of which the shortest that breaks it would be told', () => {
    fc.assert(
      fc.property(story, ({ campaigns, steps, name }) => {
        expect(broken(campaigns, name, walk(campaigns, steps, name))).toEqual([]);
      }),
      { numRuns: 150, seed: 6 },
    );
  });

  it('holds for 100,000 random campaigns times visitors, of five pages each', () => {
    const [shops, visitors, pages, size] = [100, 50, 5, 20];
    const steps = fc.sample(arbitraryStep, { numRuns: 5_000, seed: 7 });
    const all = fc.sample(arbitraryCampaign, { numRuns: shops * size, seed: 8 });
    let [pairs, shown, interruptions] = [0, 0, 0];
    const wrong = new Set<string>();
    for (let shop = 0; shop < shops; shop++) {
      const campaigns = named(all.slice(shop * size, (shop + 1) * size));
      for (let visitor = 0; visitor < visitors; visitor++) {
        const name = `${shop} ${visitor}${visitor % 3 === 0 ? '!' : ''}`;
        const from = (shop * visitors + visitor) % (steps.length / pages);
        const walked = walk(campaigns, steps.slice(from * pages, (from + 1) * pages), name);
        for (const promise of broken(campaigns, name, walked)) wrong.add(`${promise}: ${name}`);
        pairs += campaigns.length;
        shown += walked.seen.length;
        interruptions += walked.past.filter(({ what }) => what === 'seen').length;
      }
    }
    expect([...wrong]).toEqual([]);
    expect(pairs).toBe(100_000);
    // A test in which nothing is shown holds whatever the rules are.
    expect(shown).toBeGreaterThan(10_000);
    expect(interruptions).toBeGreaterThan(2_000);
  });
});

function shownBy({ slots, overlay }: Arbitration): Chosen[] {
  return [...slots.values(), overlay].flatMap(({ chosen }) => chosen ?? []);
}

function asRegExp(pattern: string): RegExp {
  return new RegExp(`^${pattern.split('*').join('.*')}$`);
}
