import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const staff = sqliteTable('staff', {
  id: text('id').primaryKey(),
  email: text('email').notNull().unique(),
  name: text('name').notNull(),
  role: text('role', { enum: ['owner'] }).notNull(),
  /** The shop they work for. */
  shop: text('shop').notNull(),
  /** As `Passwords.hash` made it; null for an account that only opens by link. */
  password: text('password'),
  createdAt: integer('created_at').notNull(),
});

export const sessions = sqliteTable(
  'sessions',
  {
    /** SHA-256 of the cookie's token, base64url: the file does not hold what a thief could present. */
    hash: text('hash').primaryKey(),
    staff: text('staff')
      .notNull()
      .references(() => staff.id, { onDelete: 'cascade' }),
    expiresAt: integer('expires_at').notNull(),
  },
  (table) => [index('sessions_expires').on(table.expiresAt)],
);

/** One-time links that the terminal prints: to create the owner (no staff yet), or to sign in. */
export const links = sqliteTable('links', {
  /** SHA-256 of the link's token, base64url. */
  hash: text('hash').primaryKey(),
  staff: text('staff').references(() => staff.id, { onDelete: 'cascade' }),
  expiresAt: integer('expires_at').notNull(),
});

export type Staff = typeof staff.$inferSelect;
