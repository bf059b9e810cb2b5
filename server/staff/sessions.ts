import { and, eq, gt, lt } from 'drizzle-orm';
import { digest } from '../digest.ts';
import { randomText } from '../shops/shops.ts';
import { statement } from '../store/drizzle.ts';
import type { Store } from '../store/store.ts';
import { links, type Staff, sessions, staff } from './table.ts';

/** Who is signed in, and the one-time links of the terminal. Tokens are opaque; the file holds their SHA-256. */

/** ms; a session that is used lives on. */
export const sessionLife = 14 * 86_400_000;
const linkLife = 24 * 3_600_000;

/** Signs someone in; returns the token for their cookie. */
export async function startSession(directory: Store, staffId: string, now: number): Promise<string> {
  const token = randomText(32);
  await directory.write([
    statement(directory.db.delete(sessions).where(lt(sessions.expiresAt, now))),
    statement(
      directory.db.insert(sessions).values({ hash: await digest(token), staff: staffId, expiresAt: now + sessionLife }),
    ),
  ]);
  return token;
}

/** Who is signed in by this token. */
export async function staffOf(directory: Store, token: string, now: number): Promise<Staff | null> {
  return holderOf(directory, await digest(token), now);
}

/** Whose session this is, as long as it lasts; by the digest of its token. */
export async function holderOf(directory: Store, session: string, now: number): Promise<Staff | null> {
  const [row] = await directory.db
    .select({ staff })
    .from(sessions)
    .innerJoin(staff, eq(sessions.staff, staff.id))
    .where(and(eq(sessions.hash, session), gt(sessions.expiresAt, now)))
    .limit(1);
  return row?.staff ?? null;
}

export async function endSession(directory: Store, token: string): Promise<void> {
  await directory.db.delete(sessions).where(eq(sessions.hash, await digest(token)));
}

/** A link that works once: signs this person in, or, without one, lets whoever has it create the owner. */
export async function createLink(directory: Store, staffId: string | null, now: number): Promise<string> {
  const token = randomText(24);
  await directory.write([
    statement(directory.db.delete(links).where(lt(links.expiresAt, now))),
    statement(
      directory.db.insert(links).values({ hash: await digest(token), staff: staffId, expiresAt: now + linkLife }),
    ),
  ]);
  return token;
}

export async function readLink(directory: Store, token: string, now: number): Promise<{ staff: string | null } | null> {
  const [row] = await directory.db
    .select({ staff: links.staff })
    .from(links)
    .where(and(eq(links.hash, await digest(token)), gt(links.expiresAt, now)))
    .limit(1);
  return row ?? null;
}

export async function useUpLink(directory: Store, token: string): Promise<void> {
  await directory.db.delete(links).where(eq(links.hash, await digest(token)));
}
