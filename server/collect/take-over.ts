import type { Caller } from './caller.ts';
import type { OpenShop } from './open-shop.ts';
import type { ReadBatch } from './read-batch.ts';

/**
 * Who came over from another domain of the shop; null where nobody proves to. What is too old, used or not ours is ignored:
 * the page goes on as whoever its own token says. The log keeps each id once, and so a handover is good for one page:
 * the same page may say it again, since an answer can be lost.
 */
export async function takeOver(
  { consent, handover, page, url }: ReadBatch,
  { tokens, record, store }: OpenShop,
  now: number,
): Promise<Caller | null> {
  if (!handover || !consent.statistics) return null;
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
