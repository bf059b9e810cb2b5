import { and, eq } from 'drizzle-orm';
import type { Store } from '../store/store.ts';
import { webhooks } from './table.ts';

export const platforms = ['shopify', 'woocommerce', 'profiles'] as const;
export type Platform = (typeof platforms)[number];

type Row = typeof webhooks.$inferSelect;

const its = (shop: string, platform: Platform) => and(eq(webhooks.shop, shop), eq(webhooks.platform, platform));

export async function webhookOf(directory: Store, shop: string, platform: Platform): Promise<Row | null> {
  const [row] = await directory.db.select().from(webhooks).where(its(shop, platform)).limit(1);
  return row ?? null;
}

/** Puts this secret in place of the one before. */
export async function setSecret(directory: Store, shop: string, platform: Platform, secret: string): Promise<void> {
  await directory.db
    .insert(webhooks)
    .values({ shop, platform, secret, lastAt: null })
    .onConflictDoUpdate({ target: [webhooks.shop, webhooks.platform], set: { secret, lastAt: null } });
}

export async function noteMessage(directory: Store, shop: string, platform: Platform, now: number): Promise<void> {
  await directory.db.update(webhooks).set({ lastAt: now }).where(its(shop, platform));
}
