import type { DrawnCampaign, Receipt } from '../../server/log/receipt.ts';
import { loadCampaigns } from '../campaigns/load-campaigns.ts';
import { messages } from '../language/current.ts';
import { useLoad } from '../load/use-load.ts';
import { formats } from '../session/session.ts';

/** Which campaign stood here, and which would have but for the draw, each with its chance. */
export function CampaignsOf({ receipt: { campaign, without = [] } }: { receipt: Receipt }) {
  const t = messages.value.why;
  const { percent } = formats.value;
  const isAsking = campaign !== undefined || without.length > 0;
  const known = useLoad(() => (isAsking ? loadCampaigns() : Promise.resolve(null)), [isAsking]);
  if (!isAsking) return null;
  const link = ({ id, version }: DrawnCampaign) => (
    <a href={`/admin/campaigns/${id}?version=${version}`}>
      {known.value?.campaigns.find((one) => one.id === id)?.name ?? id}
    </a>
  );
  return (
    <div>
      <dt>{t.campaign}</dt>
      <dd>
        <ul>
          {campaign && (
            <li>
              {link(campaign)}: {t.drawnVariant(campaign.variant.toUpperCase(), percent(campaign.propensity))}
            </li>
          )}
          {without.map((one) => (
            <li key={one.id}>
              {link(one)}: {t.withoutCampaign[one.why](percent(one.propensity))}
            </li>
          ))}
        </ul>
      </dd>
    </div>
  );
}
