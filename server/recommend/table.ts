import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** The fitted model, packed: made from the log, and kept so that opening a shop fits nothing. */
export const modelParts = sqliteTable(
  'model_parts',
  {
    /** Grows with every keeping; one that has not all its parts was cut off. */
    keeping: integer('keeping').notNull(),
    part: integer('part').notNull(),
    parts: integer('parts').notNull(),
    /** Base64. */
    body: text('body').notNull(),
  },
  (table) => [primaryKey({ columns: [table.keeping, table.part] })],
);
