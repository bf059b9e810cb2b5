import { parseResponse } from 'hono/client';
import type { Campaign } from '../../server/campaigns/campaign.ts';
import { client } from '../api/client.ts';
import type { Draft } from './draft.ts';

/** `base`: the version that was changed, 0 for a new one. Throws a `Problem` where another one holds meanwhile. */
export async function keepCampaign(campaign: Draft, base: number, note: string): Promise<Campaign> {
  const json = { campaign, base, note };
  return (await parseResponse(client.campaigns[':id'].$put({ param: { id: campaign.id }, json }))) as Campaign;
}
