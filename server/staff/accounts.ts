import { eq } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import type { Store } from '../store/store.ts';
import { type Staff, staff } from './table.ts';

export async function hasStaff(directory: Store): Promise<boolean> {
  return (await directory.db.select({ id: staff.id }).from(staff).limit(1)).length > 0;
}

export async function ownerOf(directory: Store): Promise<Staff | null> {
  const [owner] = await directory.db
    .select()
    .from(staff)
    .where(eq(staff.role, 'owner'))
    .orderBy(staff.createdAt)
    .limit(1);
  return owner ?? null;
}

export async function staffByEmail(directory: Store, email: string): Promise<Staff | null> {
  const [found] = await directory.db.select().from(staff).where(eq(staff.email, email.toLowerCase())).limit(1);
  return found ?? null;
}

export async function createOwner(
  directory: Store,
  owner: { name: string; email: string; shop: string; password: string | null },
  now: number,
): Promise<Staff> {
  const created: Staff = { id: uuidv7(), ...owner, email: owner.email.toLowerCase(), role: 'owner', createdAt: now };
  await directory.db.insert(staff).values(created);
  return created;
}

/** Id -> name of those who work for the shop. */
export async function staffNames(directory: Store, shop: string): Promise<Map<string, string>> {
  const rows = await directory.db.select({ id: staff.id, name: staff.name }).from(staff).where(eq(staff.shop, shop));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
