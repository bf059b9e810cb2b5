import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** The merchant's files of whose addresses are whose. */
export const companyFiles = sqliteTable('company_files', {
  id: integer('id').primaryKey(),
  name: text('name').notNull(),
  /** `current`, `previous` (which can be put back), or `staged`, which is being read. */
  place: text('place').notNull(),
  /** ms since 1970. */
  at: integer('at').notNull(),
  /** Ranges with a company, and the companies. */
  ranges: integer('ranges').notNull(),
  companies: integer('companies').notNull(),
  /** Ranges of nobody's, as of networks that everybody surfs by. */
  nobody: integer('nobody').notNull(),
  refused: integer('refused').notNull(),
  /** How many days somebody counts as of the company of their address; null for always. */
  days: integer('days'),
});

/** Ranges that do not overlap, in slices: see `packSlice`. */
export const companyRanges = sqliteTable(
  'company_ranges',
  {
    file: integer('file').notNull(),
    /** The first address, 32 hexadecimal digits. */
    first: text('first').notNull(),
    body: text('body').notNull(),
  },
  (table) => [primaryKey({ columns: [table.file, table.first] })],
);

/** The companies by their numbers, so many in a row. */
export const companyNames = sqliteTable(
  'company_names',
  {
    file: integer('file').notNull(),
    part: integer('part').notNull(),
    /** JSON: name, domain, industry and size of each. */
    body: text('body').notNull(),
  },
  (table) => [primaryKey({ columns: [table.file, table.part] })],
);
