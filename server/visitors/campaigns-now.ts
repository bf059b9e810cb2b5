import type { Arbitration } from '../campaigns/arbitrate.ts';
import type { Campaign } from '../campaigns/campaign.ts';
import type { Fate } from '../campaigns/kept-counts.ts';
import type { OpenShop } from '../collect/open-shop.ts';
import { pageFor } from '../collect/page-for.ts';
import { type Trouble, troubleOf } from '../collect/trouble-of.ts';
import { campaignsFor } from '../decide/campaigns-for.ts';
import type { Rung } from '../log/receipt.ts';
import { lookingNow } from './looking-now.ts';

/** What each running campaign would do on a page that somebody opened now. */
export interface CampaignsNow {
  rung: Rung;
  /** Where they may be known. */
  trouble: Trouble | null;
  /** By place, and in each by rank. */
  campaigns: {
    id: string;
    name: string;
    place: Campaign['place'];
    fate: Fate;
    /** The one that stands in its place. */
    by: string | null;
    variant: string | null;
  }[];
}

/** Asks the arbiter for a page that has every slot, with what they last allowed, and records nothing. `now` in ms. */
export async function campaignsNow(
  visitor: string,
  { path, product }: { path: string; product: string | null },
  shop: OpenShop,
  now: number,
): Promise<CampaignsNow> {
  const { looking } = await lookingNow(visitor, shop, now);
  const { profile, visitors } = looking;
  const person = profile && { visitors, profile };
  const { plan } = shop.campaigns;
  const page = await pageFor(path, person, shop, now);
  const asked = campaignsFor(plan.bySlot.keys(), { ...looking, page, product }, shop);
  const ranked = [...plan.bySlot.values(), plan.overlays].flat();
  return {
    rung: profile ? 'profile' : 'context',
    trouble: person ? await troubleOf(person, shop, now) : null,
    campaigns: ranked.map(({ campaign }) => ({ ...fateOf(campaign, asked), ...shown(campaign) })),
  };
}

const shown = ({ id, name, place }: Campaign) => ({ id, name, place });

/** What became of a campaign on a page; `by`: the one that stands in its place. */
export function fateOf({ id, place }: Campaign, { slots, overlay, kept }: Arbitration) {
  const { chosen } = (place.kind === 'slot' ? slots.get(place.slot) : overlay) ?? overlay;
  if (chosen?.campaign.id === id) return { fate: 'shown' as const, by: null, variant: chosen.variant };
  const fate = kept.find(({ campaign }) => campaign === id)?.why ?? 'outranked';
  return { fate, by: fate === 'outranked' ? (chosen?.campaign.id ?? null) : null, variant: null };
}
