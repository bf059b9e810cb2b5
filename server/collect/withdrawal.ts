import type { LogEvent } from '../log/log-event.ts';
import type { OpenShop } from './open-shop.ts';
import type { ReadBatch } from './read-batch.ts';

/**
 * The last fact in the name of the visitor whom the token of a refusing page names: it keeps when, by which source and to
 * which text they said no, and from then on the profile chooses nothing. Null where no token of this shop came.
 */
export async function farewell(
  { consent, page, url }: ReadBatch,
  token: string | undefined,
  { tokens }: OpenShop,
  now: number,
): Promise<LogEvent | null> {
  const leaver = token ? await tokens.read(token) : null;
  if (!leaver) return null;
  const { visitor } = leaver;
  // Once a page, however often its batch is sent.
  const id = `withdrawal:${visitor}:${page.id}`;
  return { id, visitor, at: now, name: 'consent', page: { id: page.id, path: url.pathname.slice(0, 500) }, consent };
}
