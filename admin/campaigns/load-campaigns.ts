import { type InferResponseType, parseResponse } from 'hono/client';
import type { Campaign } from '../../server/campaigns/campaign.ts';
import type { Version } from '../../server/store/versions.ts';
import { client } from '../api/client.ts';

type Answer = InferResponseType<typeof client.campaigns.$get>;

/** The shop's campaigns, and what places its pages have. */
export type Campaigns = Omit<Answer, 'campaigns'> & { campaigns: Campaign[] };

/** Hono's client gives up on types that hold themselves, as the rules of audiences do. */
export async function loadCampaigns(): Promise<Campaigns> {
  return (await parseResponse(client.campaigns.$get())) as Campaigns;
}

export async function loadHistory(id: string): Promise<readonly Version<Campaign>[]> {
  const { history } = await parseResponse(client.campaigns[':id'].history.$get({ param: { id } }));
  return history as readonly Version<Campaign>[];
}
