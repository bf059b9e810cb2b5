import { and, asc, desc, eq } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { Problem } from '../problem.ts';
import type { Store } from '../store/store.ts';
import { newSecret } from './sign.ts';
import { deliveries, endpoints } from './table.ts';

/** How one stands, without its secret. */
export interface EndpointView {
  id: string;
  url: string;
  createdAt: number;
  failingSince: number | null;
  offAt: number | null;
  /** The latest attempts, newest first. */
  deliveries: Delivery[];
}

export interface Delivery {
  id: number;
  message: string;
  body: string;
  at: number;
  took: number;
  status: number | null;
  answer: string;
  nextAt: number | null;
}

export type Endpoint = typeof endpoints.$inferSelect;
type Reader = Pick<Store, 'db'>;

const most = 5;
/** In the panel. */
const shown = 20;
/** ms that an old secret goes on signing. */
const overlap = 24 * 3_600_000;

export async function endpointsOf(segment: string, { db }: Reader): Promise<EndpointView[]> {
  const rows = await db
    .select()
    .from(endpoints)
    .where(eq(endpoints.segment, segment))
    .orderBy(asc(endpoints.createdAt), asc(endpoints.id));
  const latest = rows.map(({ id }) =>
    db.select().from(deliveries).where(eq(deliveries.endpoint, id)).orderBy(desc(deliveries.id)).limit(shown),
  );
  const all = await Promise.all(latest);
  return rows.map(({ id, url, createdAt, failingSince, offAt }, place) => ({
    ...{ id, url, createdAt, failingSince, offAt },
    deliveries: (all[place] ?? []).map(({ endpoint, visitor, ...delivery }) => delivery),
  }));
}

/** Adds one; its secret is in this one answer. */
export async function addEndpoint(
  segment: string,
  url: string,
  store: Reader,
  now: number,
): Promise<{ id: string; secret: string }> {
  const others = await endpointsOf(segment, store);
  if (others.length >= most)
    throw new Problem(409, 'too-many-endpoints', `A segment tells at most ${most} addresses; remove one first.`);
  const added = { id: uuidv7(), secret: newSecret() };
  await store.db.insert(endpoints).values({ ...added, segment, url: checked(url), createdAt: now });
  return added;
}

/** Another secret; the one before it signs beside it for a day. */
export async function renewSecret(segment: string, id: string, store: Reader, now: number): Promise<string> {
  const { secret: oldSecret } = await endpointOf(segment, id, store);
  const secret = newSecret();
  await store.db
    .update(endpoints)
    .set({ secret, oldSecret, oldUntil: now + overlap })
    .where(eq(endpoints.id, id));
  return secret;
}

/** Tells it again from now on; what happened in the meantime is not made up for. */
export async function switchOn(segment: string, id: string, store: Reader): Promise<void> {
  await endpointOf(segment, id, store);
  await store.db.update(endpoints).set({ offAt: null, failingSince: null }).where(eq(endpoints.id, id));
}

export async function removeEndpoint(segment: string, id: string, store: Pick<Store, 'db' | 'write'>): Promise<void> {
  await endpointOf(segment, id, store);
  await store.write([
    ...['outbox', 'deliveries'].map((table) => ({ sql: `DELETE FROM ${table} WHERE endpoint = ?`, params: [id] })),
    { sql: 'DELETE FROM endpoints WHERE id = ?', params: [id] },
  ]);
}

/** Throws a `Problem` where the segment has none of this name. */
export async function endpointOf(segment: string, id: string, { db }: Reader): Promise<Endpoint> {
  const [row] = await db
    .select()
    .from(endpoints)
    .where(and(eq(endpoints.id, id), eq(endpoints.segment, segment)))
    .limit(1);
  if (!row) throw new Problem(404, 'unknown-endpoint', `This segment has no webhook "${id}".`);
  return row;
}

/** Segments of which a webhook was switched off. */
export async function silenced(store: Pick<Store, 'all'>): Promise<ReadonlySet<string>> {
  const rows = await store.all('SELECT DISTINCT segment FROM endpoints WHERE off_at IS NOT NULL', []);
  return new Set(rows.map(([segment]) => String(segment)));
}

const ownMachine = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Whose customers these are is nobody's business on the way: only this machine itself is told without encryption. */
function checked(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  const isSecret = url?.protocol === 'https:' || (url?.protocol === 'http:' && ownMachine.has(url.hostname));
  if (!url || !isSecret || url.username !== '' || url.hash !== '')
    throw new Problem(422, 'invalid', 'A webhook needs a whole address that begins with https://.', { field: 'url' });
  return url.href;
}
