import type { Shown } from '../log/log-event.ts';
import type { Receipt } from '../log/receipt.ts';
import type { Placed } from './arbitrate.ts';
import type { Campaign } from './campaign.ts';
import { inTier } from './content.ts';

/** The name of a decision says which campaign it shows, so that what comes back of it can be told without looking it up. */
export function decisionOf(name: string, { chosen }: Placed): string {
  return chosen ? `${name}.${chosen.campaign.id}.${chosen.variant}` : name;
}

/** What a decision has shown, as far as the campaign and its variant are still there; null for what no campaign showed. */
export function shownBy(decision: unknown, campaigns: ReadonlyMap<string, Campaign>): Shown | null {
  if (typeof decision !== 'string') return null;
  const [, , id = '', variant = ''] = decision.split('.', 4);
  const campaign = campaigns.get(id);
  if (!campaign?.variants.some((one) => one.id === variant)) return null;
  return { campaign: id, variant, kind: campaign.place.kind };
}

/** What a receipt says of campaigns. */
export function drawnIn({ chosen, without }: Placed): Pick<Receipt, 'campaign' | 'without'> {
  return {
    campaign: chosen
      ? {
          id: chosen.campaign.id,
          version: chosen.campaign.version,
          propensity: rounded(chosen.propensity),
          variant: chosen.variant,
          tier: chosen.tier ?? undefined,
        }
      : undefined,
    without:
      without.length > 0
        ? without.map(({ campaign: { id, version }, propensity, why }) => ({
            id,
            version,
            propensity: rounded(propensity),
            why,
          }))
        : undefined,
  };
}

const rounded = (propensity: number) => Math.round(propensity * 1e4) / 1e4;

/** What the variant shows that was drawn. */
export function contentOf({ campaign, variant, tier }: NonNullable<Placed['chosen']>) {
  const content = campaign.variants.find(({ id }) => id === variant)?.content;
  return content && inTier(content, tier);
}
