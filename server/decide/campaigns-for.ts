import { type Arbitration, arbitrate } from '../campaigns/arbitrate.ts';
import { isHeldOut } from '../campaigns/arms.ts';
import { belongsTo } from '../campaigns/belongs.ts';
import type { CampaignBook } from '../campaigns/campaign-book.ts';
import { knownOf, unknownAt } from '../campaigns/known-of.ts';
import type { LocalTime } from '../campaigns/local-time.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { CouponBook } from '../coupons/coupon-book.ts';
import type { Basis } from '../segments/basis.ts';
import type { LiveRules } from '../segments/live-rules.ts';
import { type Looking, rungOf } from './looking.ts';

/** What campaigns are asked by. */
export interface CampaignSetup {
  catalog: Catalog;
  campaigns: Pick<CampaignBook, 'plan'> & { common: Pick<CampaignBook['common'], 'current'> };
  coupons: Pick<CouponBook, 'left'>;
  audience: { readonly basis: Basis };
  segmentRules: Pick<LiveRules, 'current'>;
  /** Clocks of the shop's zone. */
  localTime(at: number): LocalTime;
}

const nothing: Arbitration = { slots: new Map(), overlay: { chosen: null, without: [] }, kept: [] };

/** Which campaigns stand in these slots of the page, and which one over it. */
export function campaignsFor(slots: Iterable<string>, looking: Looking, setup: CampaignSetup): Arbitration {
  const { page, profile, now, product, drawnBy } = looking;
  const { plan, common } = setup.campaigns;
  const { budget, holdout } = common.current;
  if (!page || plan.bySlot.size + plan.overlays.length === 0) return nothing;
  const known = profile ? knownOf(profile, now) : unknownAt(now);
  const basis = setup.audience.basis;
  const belongs = profile
    ? belongsTo(profile, page.standing, { basis, rules: setup.segmentRules.current, now })
    : () => false;
  return arbitrate(slots, plan, {
    name: drawnBy,
    now,
    local: setup.localTime(now),
    since: known.since,
    path: page.path,
    belongs,
    exposure: known.exposure,
    canAsk: known.canAsk,
    past: known.past,
    product: product === null ? null : (setup.catalog.get(product) ?? null),
    rung: rungOf(looking),
    budget,
    hasTrouble: page.hasTrouble,
    hasCode: (list) => setup.coupons.left(list) > 0 || page.codes.has(list),
    isHeldOut: isHeldOut(drawnBy, holdout),
    heldOut: holdout / 100,
  });
}
