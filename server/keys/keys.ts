import { and, desc, eq, isNull } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { digest } from '../digest.ts';
import { randomText } from '../shops/shops.ts';
import type { Store } from '../store/store.ts';
import { keys } from './table.ts';

export type Key = typeof keys.$inferSelect;

/** A key as the panel lists it. Times are ms since 1970. */
export type ListedKey = Omit<Key, 'hash' | 'shop'>;

/** Every secret key begins so, so that one can be found in places where it should not be. */
const prefix = 'vk_';
const useIsNotedEvery = 60_000;

/** A new key; its text is nowhere else and cannot be had again. */
export async function createKey(
  directory: Store,
  { shop, name }: { shop: string; name: string },
  now: number,
): Promise<{ key: ListedKey; secret: string }> {
  const secret = prefix + randomText(32);
  const key = { id: uuidv7(), name, ending: secret.slice(-4), createdAt: now, lastUsedAt: null, revokedAt: null };
  await directory.db.insert(keys).values({ ...key, shop, hash: await digest(secret) });
  return { key, secret };
}

/** Newest first. */
export async function keysOf(directory: Store, shop: string): Promise<ListedKey[]> {
  const rows = await directory.db.select().from(keys).where(eq(keys.shop, shop)).orderBy(desc(keys.id));
  return rows.map(({ hash: _, shop: __, ...key }) => key);
}

/** False where the shop has no such key. A key that is revoked already stays as it is. */
export async function revokeKey(directory: Store, shop: string, id: string, now: number): Promise<boolean> {
  const its = and(eq(keys.shop, shop), eq(keys.id, id));
  const [found] = await directory.db.select({ id: keys.id }).from(keys).where(its).limit(1);
  if (!found) return false;
  await directory.db
    .update(keys)
    .set({ revokedAt: now })
    .where(and(its, isNull(keys.revokedAt)));
  return true;
}

/** Which key was presented; null for anything that is none, or none any more. */
export async function keyOf(directory: Store, secret: string): Promise<Key | null> {
  if (!secret.startsWith(prefix)) return null;
  const [found] = await directory.db
    .select()
    .from(keys)
    .where(and(eq(keys.hash, await digest(secret)), isNull(keys.revokedAt)))
    .limit(1);
  return found ?? null;
}

/** Notes that a key was used, to the minute. */
export async function noteUse(directory: Store, { id, lastUsedAt }: Key, now: number): Promise<void> {
  if (lastUsedAt !== null && now - lastUsedAt < useIsNotedEvery) return;
  await directory.db.update(keys).set({ lastUsedAt: now }).where(eq(keys.id, id));
}
