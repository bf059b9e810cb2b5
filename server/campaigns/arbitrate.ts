import type { Product } from '../catalog/product.ts';
import type { Rung } from '../log/receipt.ts';
import { isEmpty, isIn } from '../recommend/scope.ts';
import type { Rule } from '../segments/rule.ts';
import { drawVariant } from './arms.ts';
import { type Interruption, inattention } from './attention.ts';
import type { Campaign } from './campaign.ts';
import { type Content, inTier, listOf, tiersOf } from './content.ts';
import { capped, type Exposure } from './exposure.ts';
import { notDue } from './is-due.ts';
import type { LocalTime } from './local-time.ts';
import type { Plan, Prepared } from './prepare.ts';

/** Who looks at which page, as far as campaigns ask. */
export interface Visit {
  /** By what it is drawn who sees what: see `drawnBy`. */
  name: string;
  /** ms since 1970. */
  now: number;
  /** The same in the shop's zone. */
  local: LocalTime;
  /** When this visit began; ms since 1970. */
  since: number;
  path: string;
  /** What the page shows. */
  product: Product | null;
  rung: Rung;
  /** Whether the person is one of these; asked only where nothing else keeps the campaign away. */
  belongs(audience: Rule): boolean;
  exposure(campaign: Pick<Campaign, 'id' | 'goal'>): Exposure | null;
  /** Whether they have a code of this list, or may have one. */
  hasCode(list: string): boolean;
  /** Whether they may be asked this, who have not answered it within these days. */
  canAsk(question: string, restDays: number): boolean;
  past: readonly Interruption[];
  /** Attention that may be spent in 24 hours; see `price`. */
  budget: number;
  /** An open complaint, or a parcel that is late. */
  hasTrouble: boolean;
  /** One of those who see no campaign at all; and the share of them, 0 to 1. */
  isHeldOut: boolean;
  heldOut: number;
}

/** Why a campaign was not shown. */
export type Kept =
  | 'rung'
  | NonNullable<ReturnType<typeof notDue>>
  | 'other-page'
  | 'other-product'
  | 'trouble'
  | NonNullable<ReturnType<typeof capped>>
  | NonNullable<ReturnType<typeof inattention>>
  | 'not-for-them'
  /** None is left of the codes that it gives. */
  | 'no-codes'
  /** They have answered it lately, or said "not now". */
  | 'asked-lately'
  | 'held-out'
  | 'goes-without'
  /** Another one stood in its place, or on this page already. */
  | 'outranked';

/** What stands in a place; `propensity`: the chance with which this variant was drawn, of all whom the campaign is for. */
export interface Chosen {
  campaign: Campaign;
  variant: string;
  propensity: number;
  /** The segment by which they are offered this; null for what everyone is. */
  tier: string | null;
}

/** A campaign that would have stood in a place, but for the draw. */
export interface Without {
  campaign: Campaign;
  why: 'held-out' | 'goes-without';
  propensity: number;
}

export interface Placed {
  /** Null where no campaign stands here. */
  chosen: Chosen | null;
  without: Without[];
}

export interface Arbitration {
  /** Of each slot, and of the one overlay of the page. */
  slots: ReadonlyMap<string, Placed>;
  overlay: Placed;
  /** Every campaign that wanted one of these places and did not get it, by rank. */
  kept: { campaign: string; why: Kept }[];
}

const unseen: Exposure = { variant: '', views: 0, seen: [], reached: null };

/** Which campaigns stand where on this page. `slots`: the places that the page has. */
export function arbitrate(slots: Iterable<string>, plan: Plan, visit: Visit): Arbitration {
  const kept: Arbitration['kept'] = [];
  const placed = new Map<string, Placed>();
  for (const slot of slots) {
    const ranked = plan.bySlot.get(slot);
    if (ranked) placed.set(slot, choose(ranked, visit, kept));
  }
  return { slots: placed, overlay: choose(plan.overlays, visit, kept), kept };
}

/** The first that nothing keeps away; those that come after it are not asked anything. */
function choose(ranked: readonly Prepared[], visit: Visit, kept: Arbitration['kept']): Placed {
  let chosen: Chosen | null = null;
  const without: Without[] = [];
  for (const prepared of ranked) {
    const { campaign } = prepared;
    const why = chosen ? 'outranked' : keptAway(prepared, visit);
    if (why) {
      kept.push({ campaign: campaign.id, why });
      continue;
    }
    const drawn = drawVariant(campaign, visit.name, prepared.shares, visit.exposure(campaign)?.variant ?? null);
    if (!visit.isHeldOut && drawn.variant !== null) {
      const { variant } = drawn;
      const content = campaign.variants.find(({ id }) => id === variant)?.content;
      chosen = { campaign, ...drawn, variant, tier: content ? tierFor(content, visit) : null };
      continue;
    }
    const draw = visit.isHeldOut ? 'held-out' : 'goes-without';
    kept.push({ campaign: campaign.id, why: draw });
    without.push({ campaign, why: draw, propensity: visit.isHeldOut ? visit.heldOut : drawn.propensity });
  }
  return { chosen, without };
}

/** What is cheap to ask is asked first. */
function keptAway({ campaign, isOnPage, lists, asks }: Prepared, visit: Visit): Kept | null {
  const { place, rungs, schedule, products, sells, caps, againAfter, audience, variants } = campaign;
  if (!rungs.includes(visit.rung)) return 'rung';
  const wait = notDue(schedule, visit.local);
  if (wait) return wait;
  if (!isOnPage(visit.path)) return 'other-page';
  if (!isEmpty(products) && !(visit.product && isIn(products, visit.product))) return 'other-product';
  if (sells && visit.hasTrouble) return 'trouble';
  // Of all variants: else those that still can be shown would be compared with a draw of those that cannot.
  if (lists.length > 0 && !variants.every(({ content }) => hasCodeFor(content, visit))) return 'no-codes';
  if (!asks.every(({ question, restDays }) => visit.canAsk(question, restDays))) return 'asked-lately';
  const cap = capped(caps, againAfter, visit.exposure(campaign) ?? unseen, visit.now, visit.since);
  if (cap) return cap;
  const tired = place.kind === 'slot' ? null : inattention(place.kind, visit.past, visit.budget, visit.now);
  if (tired) return tired;
  return audience === null || visit.belongs(audience) ? null : 'not-for-them';
}

/** The first segment that they are in, of those for which it has an offer of their own. */
function tierFor(content: Content, { belongs }: Pick<Visit, 'belongs'>): string | null {
  return tiersOf(content).find((segment) => belongs({ segment })) ?? null;
}

function hasCodeFor(content: Content, visit: Pick<Visit, 'belongs' | 'hasCode'>): boolean {
  const list = listOf(inTier(content, tierFor(content, visit)));
  return list === null || visit.hasCode(list);
}
