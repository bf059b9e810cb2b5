import type { Campaign } from '../campaigns/campaign.ts';
import type { Version } from '../store/versions.ts';

/**
 * The first of the versions in which a campaign's arms have been what they are now: what each shows, with which chance it is drawn,
 * and what is reached by it. What was counted under others would be mixed with it. Audience, pages and times may change: they are the
 * same for all arms.
 */
export function trialSince(history: readonly Version<Campaign>[]): number {
  const [newest] = history;
  let since = newest?.version ?? 1;
  for (const { version, body } of history) {
    if (armsOf(body) !== armsOf(newest?.body ?? null)) break;
    since = version;
  }
  return since;
}

function armsOf(campaign: Campaign | null): string {
  if (!campaign) return '';
  const { variants, split, holdout, goal } = campaign;
  return JSON.stringify([variants.map(({ id, weight, content }) => [id, weight, content]), split, holdout, goal]);
}
