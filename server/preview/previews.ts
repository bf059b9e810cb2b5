import { Campaign } from '../campaigns/campaign.ts';
import { type Language, languageFor } from '../messages/messages.ts';
import { Problem } from '../problem.ts';
import { randomText } from '../shops/shops.ts';
import type { Store } from '../store/store.ts';
import { previewLife } from './preview-token.ts';

type Stores = Pick<Store, 'all' | 'write'>;

/** A draft that staff looks at on the shop's pages. */
export interface Preview {
  id: string;
  /** Digest of the staff session that it belongs to. */
  session: string;
  language: Language;
  campaign: Omit<Campaign, 'version'>;
  /** How often it was changed on the pages. */
  revision: number;
  /** ms since 1970. */
  expiresAt: number;
}

/** What was picked on a page can still be taken into the panel's form for so long (ms). */
const keptAfter = 24 * 3_600_000;

const Draft = Campaign.omit({ version: true });

export async function startPreview(
  { all, write }: Stores,
  { session, language, campaign }: Pick<Preview, 'session' | 'language' | 'campaign'>,
  now: number,
): Promise<Preview> {
  const preview = { id: randomText(16), session, language, campaign, revision: 0, expiresAt: now + previewLife };
  const { id, revision, expiresAt } = preview;
  await write([
    { sql: 'DELETE FROM campaign_previews WHERE expires_at < ?', params: [now - keptAfter] },
    {
      sql: 'INSERT INTO campaign_previews (id, session, language, body, revision, expires_at) VALUES (?, ?, ?, ?, ?, ?)',
      params: [id, session, language, JSON.stringify(campaign), revision, expiresAt],
    },
  ]);
  return (await findPreview({ all }, id)) ?? preview;
}

export async function findPreview({ all }: Pick<Store, 'all'>, id: string): Promise<Preview | null> {
  const [row] = await all('SELECT session, language, body, revision, expires_at FROM campaign_previews WHERE id = ?', [
    id,
  ]);
  if (!row) return null;
  const [session, language, body, revision, expiresAt] = row;
  return {
    id,
    session: String(session),
    language: languageFor(String(language)),
    campaign: Draft.parse(JSON.parse(String(body))),
    revision: Number(revision),
    expiresAt: Number(expiresAt),
  };
}

/** Gives the draft another place. `base`: the revision that was looked at; a `Problem` where another one holds meanwhile. */
export async function placePreview(
  { all, write }: Stores,
  { id, campaign }: Preview,
  { place, pages, base }: Pick<Campaign, 'place' | 'pages'> & { base: number },
): Promise<Preview> {
  const body = JSON.stringify({ ...campaign, place, pages });
  await write([
    {
      sql: 'UPDATE campaign_previews SET body = ?, revision = revision + 1 WHERE id = ? AND revision = ?',
      params: [body, id, base],
    },
  ]);
  const now = await findPreview({ all }, id);
  // Of two who have looked at one revision, the other may have been first.
  if (!now || now.revision !== base + 1 || JSON.stringify(now.campaign) !== body)
    throw new Problem(409, 'preview-changed', 'Another window has changed this draft meanwhile.', { field: 'base' });
  return now;
}
