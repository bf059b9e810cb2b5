import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Projection, made with `audience`: the words by which a person is found, see `personWords`. */
export const peopleWords = sqliteTable(
  'people_words',
  {
    person: text('person').notNull(),
    word: text('word').notNull(),
    /** ms since 1970: when the person was seen last. */
    seen: integer('seen').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.person, table.word] }),
    // All that a search reads.
    index('people_words_word').on(table.word, table.seen, table.person),
  ],
);
