import type { OpenShop } from '../collect/open-shop.ts';
import type { LogEvent } from '../log/log-event.ts';
import { fold } from '../profiles/fold.ts';
import { emptyProfile, type Profile } from '../profiles/profile.ts';
import { goThrough, type Part, type Past } from '../time-machine/go-through.ts';
import { arbitrate, type Kept } from './arbitrate.ts';
import { isHeldOut } from './arms.ts';
import { belongsTo } from './belongs.ts';
import type { Campaign } from './campaign.ts';
import { knownOf } from './known-of.ts';
import { type Plan, planOf, prepare } from './prepare.ts';

export interface ReplayedPerson {
  visitor: string;
  /** Pages of these days. */
  pages: number;
  /** When they would have seen it; ms since 1970. */
  seen: number[];
  variant: string | null;
  /** Why not on the other pages: how often. */
  kept: Partial<Record<Kept, number | undefined>>;
  /** Other campaigns that would have stood in its place, or given it to this one: how often. */
  outrankedBy: Record<string, number>;
  takenFrom: Record<string, number>;
  /** The shop's segments that they were in when they would have seen it first. */
  segments: string[];
}

/**
 * Goes through what people did since a moment once more, with a campaign that was not there: who would have seen it, how often, and what would
 * have kept it away. With what each had done and ordered by then, and what was seen of it counted as seen; refunds, lists and other campaigns as they are now.
 * What people would have done because of it nobody knows. `after`: the person before; the empty text for the first.
 */
export function replayCampaign(
  draft: Campaign,
  { since, after }: { since: number; after: string },
  shop: OpenShop,
): Promise<Part<ReplayedPerson>> {
  const others = [...shop.campaigns.current.values()].filter(({ id }) => id !== draft.id).map((one) => prepare(one));
  const plans = { without: planOf(others), with: planOf([...others, prepare({ ...draft, state: 'running' })]) };
  const isWanted = ({ consent, lastSeen }: Profile) => consent?.value.personalisation === true && lastSeen >= since;
  return goThrough({ seenSince: since, after, isWanted }, (past) => walk(draft, plans, past, since, shop), shop);
}

function* walk(
  draft: Campaign,
  plans: { without: Plan; with: Plan },
  { visitor, name, events, standing }: Past,
  since: number,
  shop: OpenShop,
): Generator<void, ReplayedPerson | null> {
  const told: ReplayedPerson = {
    ...{ visitor, pages: 0, seen: [], variant: null, kept: {}, outrankedBy: {}, takenFrom: {}, segments: [] },
  };
  const products = productsOf(events);
  const profile = emptyProfile();
  const { rules, basis } = { rules: shop.segmentRules.current, basis: shop.audience.basis };
  for (const [place, event] of events.entries()) {
    if (place % 10 === 9) yield;
    fold(profile, event);
    if (event.name !== 'page_view' || event.at < since || !event.page) continue;
    told.pages++;
    const now = event.at;
    const { current: common } = shop.campaigns.common;
    const product = products.get(event.page.id);
    const visit = {
      ...knownOf(profile, now),
      ...{ name, now, local: shop.localTime(now), path: event.page.path, rung: 'profile' as const },
      belongs: belongsTo(profile, standing(now), { basis, rules, now }),
      product: (product && shop.catalog.get(product)) || null,
      // What has run out may be filled up until it starts.
      ...{ budget: common.budget, hasTrouble: false, hasCode: () => true },
      ...{ isHeldOut: isHeldOut(name, common.holdout), heldOut: common.holdout / 100 },
    };
    const winner = (plan: Plan) => {
      const { slots, overlay, kept } = arbitrate(placeOf(draft), plan, visit);
      return { chosen: draft.place.kind === 'slot' ? slots.get(draft.place.slot)?.chosen : overlay.chosen, kept };
    };
    const { chosen, kept } = winner(plans.with);
    if (chosen?.campaign.id !== draft.id) {
      const why = kept.find(({ campaign }) => campaign === draft.id)?.why;
      if (why) told.kept[why] = (told.kept[why] ?? 0) + 1;
      if (why === 'outranked' && chosen) add(told.outrankedBy, chosen.campaign.id);
      continue;
    }
    const before = winner(plans.without).chosen;
    if (before) add(told.takenFrom, before.campaign.id);
    if (told.seen.length === 0) told.segments = [...rules.keys()].filter((segment) => visit.belongs({ segment }));
    told.seen.push(now);
    told.variant ??= chosen.variant;
    const shown = { campaign: draft.id, variant: chosen.variant, kind: draft.place.kind };
    fold(profile, { id: `replayed ${event.id}`, visitor, at: now, name: 'slot_view', shown });
  }
  return told.pages > 0 ? told : null;
}

function placeOf({ place }: Campaign): string[] {
  return place.kind === 'slot' ? [place.slot] : [];
}

/** Page -> the product that it showed. */
function productsOf(events: readonly LogEvent[]): Map<string, string> {
  const products = new Map<string, string>();
  for (const { name, page, items } of events)
    if (name === 'view_item' && page && items?.[0]) products.set(page.id, items[0].id);
  return products;
}

function add(counts: Record<string, number>, key: string): void {
  counts[key] = (counts[key] ?? 0) + 1;
}
