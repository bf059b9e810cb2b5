import type { Campaign } from '../../server/campaigns/campaign.ts';
import { usualCommon } from '../../server/campaigns/common.ts';
import { type Plan, planOf, prepare } from '../../server/campaigns/prepare.ts';
import type { OpenShop } from '../../server/collect/open-shop.ts';
import { pageFor } from '../../server/collect/page-for.ts';
import { decide } from '../../server/decide/decide.ts';
import type { LogEvent } from '../../server/log/log-event.ts';
import { toRow } from '../../server/log/log-event.ts';
import { fold } from '../../server/profiles/fold.ts';
import { merge } from '../../server/profiles/merge.ts';
import { emptyProfile, type Profile } from '../../server/profiles/profile.ts';
import type { Rule } from '../../server/segments/rule.ts';

/** A page of three slots, and what lies over it. */
const slots = ['promo-1', 'promo-2', 'promo-3'];
const sizes = [25, 50, 100, 200];
const segmentCount = 100;
const hour = 3_600_000;

/** One decision, timed: see `benchDecide`. */
export type Timed = <T>(work: () => T) => { result: T; took: number };

/** How the arbiter's CPU grows with the campaigns that run. `people`: profiles of customers, and what each did on a device. */
export async function benchCampaigns(
  open: OpenShop,
  people: readonly { visitor: string; profile: Profile; device: Profile }[],
  { timed, turns, warmUp }: { timed: Timed; turns: number; warmUp: number },
) {
  const rules = new Map(Array.from({ length: segmentCount }, (_, number) => [`segment-${number}`, ruleOf(number)]));
  const shops = sizes.map((size) => {
    const all = Array.from({ length: size }, (_, number) => prepare(campaignOf(number)));
    return { size, ...setupOf(open, planOf(all), rules), took: [] as number[], receipts: 0, shown: 0, kept: 0 };
  });
  const now = Date.now();
  const looks = await Promise.all(
    people.map(async ({ visitor, profile, device }, number) => {
      const seen = merge(merge(profile, device), exposed(number, now));
      // What the file says of them is read before the decision, and is not timed.
      const page = await pageFor(pathOf(number), { visitors: [visitor], profile: seen }, shops.at(-1) ?? open, now);
      return { profile: seen, page };
    }),
  );
  for (let turn = -warmUp; turn < turns; turn++) {
    const look = looks[(turn + warmUp) % looks.length];
    if (!look) throw new RangeError('nobody looks');
    const looking = {
      consent: { statistics: true, personalisation: true },
      ...look,
      ...{ drawnBy: `${turn}`, visitors: [`${turn}`], place: {}, bought: new Map(), language: 'uk' as const },
      ...{ product: null, cart: null, now },
    };
    // In turns, so that what the machine does meanwhile is everybody's.
    for (const shop of shops) {
      const { result, took } = timed(() => decide(slots, looking, shop, 'bench'));
      if (turn < 0) continue;
      shop.took.push(took);
      shop.shown += result.decisions.length;
      shop.kept += result.campaigns.kept.length;
      const event: LogEvent = { id: 'bench', visitor: 'bench', at: now, name: 'decision', receipts: result.receipts };
      shop.receipts += new TextEncoder().encode(toRow(event)[4]).length;
    }
  }
  return shops.map(({ size, took, receipts, shown, kept }) => ({
    campaigns: size,
    took,
    receiptBytesOfPage: Math.round(receipts / turns),
    shownOfPage: Math.round((100 * shown) / turns) / 100,
    keptOfPage: Math.round(kept / turns),
  }));
}

function setupOf(open: OpenShop, plan: Plan, rules: ReadonlyMap<string, Rule>) {
  const segmentRules = { current: rules, refresh: async () => {} };
  const campaigns = { ...open.campaigns, plan, common: { ...open.campaigns.common, current: usualCommon } };
  return { ...open, campaigns, segmentRules };
}

/** Of every kind that merchants make; one in ten is made of two others. */
function ruleOf(number: number): Rule {
  const some = 1 + (number % 7);
  switch (number % 10) {
    case 0:
      return { did: 'view_item', is: '>=', times: some, within: 30 };
    case 1:
      return { field: 'orders', is: '>=', value: some };
    case 2:
      return {
        all: [
          { field: 'country', is: '=', value: 'UA' },
          { did: 'purchase', is: '>=', times: 1, within: 90 },
        ],
      };
    case 3:
      return { field: 'net', is: '>=', value: 10_000 * some };
    case 4:
      return {
        first: { did: 'add_to_cart', within: some },
        next: [{ did: 'purchase', hours: 24, not: true }],
      };
    case 5:
      return { trait: 'size', is: '=', value: ['s', 'm', 'l'][number % 3] ?? 's' };
    case 6:
      return {
        any: [
          { field: 'days_since_last_order', is: '>', value: 100 * some },
          { field: 'orders', is: '=', value: 0 },
        ],
      };
    case 7:
      return { field: 'customer_group', is: 'in', value: ['champions', 'loyal', 'at-risk'].slice(number % 3) };
    case 8:
      return {
        all: [
          { field: 'cart_pieces', is: '>=', value: some },
          { field: 'allows_marketing', is: '=', value: true },
        ],
      };
    default:
      return { all: [{ segment: `segment-${number - 9}` }, { not: { segment: `segment-${number - 4}` } }] };
  }
}

/** A quarter of them in each place; three of four for a segment, half on some pages, a third within some hours. */
function campaignOf(number: number): Campaign {
  const place = number % 4;
  const words = { en: `Offer ${number}`, uk: `Пропозиція ${number}` };
  const button = { words: { en: 'Look', uk: 'Подивитися' }, url: '/sale' };
  const content = { ...({ widget: 'message', title: words, text: words, image: null } as const), button };
  return {
    ...{ id: `campaign-${number}`, version: 3, name: `Campaign ${number}`, state: 'running' as const },
    place:
      place === 3
        ? { kind: 'slide-in', trigger: { on: 'scroll', percent: 40 } }
        : { kind: 'slot', slot: slots[place] ?? '' },
    audience: number % 4 === 3 && number % 8 === 7 ? null : { segment: `segment-${(number * 37) % segmentCount}` },
    rungs: ['profile'],
    pages: {
      only: (number >> 2) % 2 === 0 ? [] : [`/category-${(number >> 3) % 5}/*`, '/sale*'],
      never: (number >> 2) % 5 === 0 ? ['/checkout*'] : [],
    },
    products: { categories: [], brands: [], products: [] },
    schedule: {
      ...{ from: '2026-01-01T00:00', until: null, days: [] },
      hours: number % 3 === 0 ? { from: '08:00', until: '22:00' } : null,
    },
    caps: { session: 3, day: 5, ever: 20, hoursBetween: number % 3 },
    ...{ priority: (number * 7) % 100, sells: number % 2 === 0, goal: { event: 'purchase', days: 7 } },
    ...{ againAfter: 1, holdout: 10, split: { by: 'weights' } },
    variants: [
      { id: 'a', weight: 1, content },
      { id: 'b', weight: 1, content },
    ],
    cost: { once: 0, perView: 0, perClick: 0, perGoal: 0 },
  };
}

const pathOf = (number: number) => (number % 2 === 0 ? '/' : `/category-${number % 5}/thing-${number}`);

/** What somebody has seen of campaigns before: 40 views of 20 of them, in the last two weeks. */
function exposed(number: number, now: number): Profile {
  const profile = emptyProfile();
  for (let view = 0; view < 40; view++) {
    const campaign = (number * 13 + (view % 20) * 9) % 200;
    fold(profile, {
      ...{ id: `${number}.${view}`, visitor: 'device', at: now - (view + 1) * 8 * hour, name: 'slot_view' },
      shown: { campaign: `campaign-${campaign}`, variant: 'a', kind: campaign % 4 === 3 ? 'slide-in' : 'slot' },
    });
  }
  return profile;
}
