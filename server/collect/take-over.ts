import type { Caller } from './caller.ts';
import type { OpenShop } from './open-shop.ts';
import type { ReadBatch } from './read-batch.ts';

/**
 * Who came over from another domain of the shop, by the word in the page's address; null where nobody proves to. What is too
 * old, used or not ours is ignored: the page goes on as whoever its own `token` says. The log keeps each id once, and so a
 * handover is good for one page: the same page may say it again, since an answer can be lost. Once it has a token, its word
 * brings nobody back who has logged out since.
 */
export async function takeOver(
  { consent, page, url, events }: ReadBatch,
  token: string | undefined,
  { tokens, record, store }: OpenShop,
  now: number,
): Promise<Caller | null> {
  const handover = url.searchParams.get('_vh');
  const isFirst = events[0]?.event.id.endsWith('.0');
  if (!handover || !consent.statistics || (token && !isFirst)) return null;
  const from = await tokens.readHandover(handover, now);
  if (!from) return null;
  const id = `handover:${handover.slice(handover.lastIndexOf('.') + 1)}`;
  const { visitor } = from;
  const said = { id, visitor, at: now, name: 'handover', page: { id: page.id, path: url.pathname.slice(0, 500) } };
  const used = await record([said]);
  if (used.size > 0) {
    const [row] = await store.all("SELECT body ->> '$.page.id' FROM log WHERE id = ?", [id]);
    if (row?.[0] !== page.id) return null;
  }
  return { visitor, token: null };
}
