import { eq } from 'drizzle-orm';
import { base64url } from '../identity/visitor-token.ts';
import type { Store } from '../store/store.ts';
import { type Shop, shops } from './table.ts';

export async function findShop(directory: Store, key: string): Promise<Shop | null> {
  const [shop] = await directory.db.select().from(shops).where(eq(shops.key, key)).limit(1);
  return shop ?? null;
}

export async function allShops(directory: Store): Promise<Shop[]> {
  return directory.db.select().from(shops).orderBy(shops.createdAt);
}

export type NewShop = Pick<Shop, 'name' | 'origins' | 'currency' | 'timeZone' | 'demo'> & { key?: string };

/** Adds a shop with keys of its own. */
export async function createShop(directory: Store, { key, ...shop }: NewShop, now: number): Promise<Shop> {
  const created: Shop = {
    key: key ?? randomText(9),
    ...shop,
    tokenSecret: randomText(32),
    identitySecret: randomText(32),
    createdAt: now,
  };
  await directory.db.insert(shops).values(created);
  return created;
}

/** The pages of a shop moved, for instance the demo's to another port. */
export async function setOrigins(directory: Store, key: string, origins: readonly string[]): Promise<void> {
  await directory.db
    .update(shops)
    .set({ origins: origins.join('\n') })
    .where(eq(shops.key, key));
}

/** Unguessable text for keys and secrets: so many random bytes, base64url. */
export function randomText(bytes: number): string {
  return base64url(crypto.getRandomValues(new Uint8Array(bytes)));
}
