import { inTier, listOf } from '../campaigns/content.ts';
import { notDue } from '../campaigns/is-due.ts';
import { shownBy } from '../campaigns/shown.ts';
import type { OpenShop } from '../collect/open-shop.ts';
import { fromRow } from '../log/log-event.ts';

const day = 86_400_000;

/**
 * Of which list somebody may have a code, since this decision has shown it to them a day ago at most; null where it was shown to somebody
 * else, never, or by a campaign that has ended. What the page says of a decision is proved by what the log says.
 */
export async function entitled(
  decision: string,
  visitors: readonly string[],
  { campaigns, store, localTime }: Pick<OpenShop, 'campaigns' | 'store' | 'localTime'>,
  now: number,
): Promise<string | null> {
  const shown = shownBy(decision, campaigns.current);
  if (!shown) return null;
  const campaign = campaigns.current.get(shown.campaign);
  if (campaign?.state !== 'running' || notDue(campaign.schedule, localTime(now)) === 'over') return null;
  const [row] = await store.all(byId, [decision.split('.', 1)[0] ?? '']);
  if (!row) return null;
  const { visitor, at, receipts = [] } = fromRow(row);
  const receipt = receipts.find(({ id }) => id === decision);
  const isTheirs = receipt?.rung === 'profile' && visitors.includes(visitor) && at > now - day;
  if (!isTheirs || receipt.campaign?.id !== shown.campaign || receipt.campaign.variant !== shown.variant) return null;
  const variant = campaign.variants.find(({ id }) => id === shown.variant);
  return variant ? listOf(inTier(variant.content, receipt.campaign.tier ?? null)) : null;
}

const byId = "SELECT id, visitor, at, name, body FROM log WHERE id = ? AND name = 'decision'";
