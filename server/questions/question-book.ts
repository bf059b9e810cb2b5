import { asc } from 'drizzle-orm';
import { Problem } from '../problem.ts';
import type { Store } from '../store/store.ts';
import type { Question } from './question.ts';
import { questions } from './table.ts';

/** The shop's questions in memory, in the order in which they are asked. */
export interface QuestionBook {
  all(): readonly Question[];
  get(key: string): Question | undefined;
  /** Adds a question at the end, or changes one where it stands. Throws a `Problem` where answers would no longer fit. */
  keep(question: Question): Promise<void>;
  /** Answers that were given stay with those who gave them. Throws a `Problem` for a question that is none. */
  drop(key: string): Promise<void>;
  /** Puts these first, in this order. */
  arrange(keys: readonly string[]): Promise<void>;
}

const most = 30;

/** `others`: questions that are asked elsewhere, whose answers are kept in the same way. */
export async function openQuestions(
  { db, write }: Pick<Store, 'db' | 'write'>,
  others: (key: string) => Question | undefined = () => undefined,
): Promise<QuestionBook> {
  const rows = await db.select().from(questions).orderBy(asc(questions.place));
  let book = bookOf(rows.map(({ key, body }) => ({ key, ...(JSON.parse(body) as Omit<Question, 'key'>) })));

  /** Few and seldom changed: written all at once, so that their places never tell of a state in between. */
  async function replace(next: readonly Question[]): Promise<void> {
    const rows = next.map(({ key, ...body }, place) => [key, place, JSON.stringify(body)]);
    await write([
      { sql: 'DELETE FROM questions', params: [] },
      {
        sql: 'INSERT INTO questions (key, place, body) SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(?)',
        params: [JSON.stringify(rows)],
      },
    ]);
    book = bookOf(next);
  }

  return {
    all: () => [...book.values()],
    get: (key) => book.get(key) ?? others(key),
    keep: (question) => {
      const known = book.get(question.key);
      if (!known && others(question.key))
        throw new Problem(409, 'key-taken', `"${question.key}" is asked elsewhere already; choose another key.`, {
          field: 'key',
        });
      if (known && known.type !== question.type)
        throw new Problem(409, 'type-stands', 'Answers of another type may have been given; ask under another key.', {
          field: 'type',
        });
      if (!known && book.size >= most)
        throw new Problem(409, 'too-many-questions', `A shop asks at most ${most} questions; delete one first.`);
      return replace([...new Map(book).set(question.key, question).values()]);
    },
    drop: (key) => {
      if (!book.has(key)) throw new Problem(404, 'unknown-question', `There is no question "${key}".`);
      return replace([...book.values()].filter((question) => question.key !== key));
    },
    arrange: (keys) => {
      const first = [...new Set(keys)].flatMap((key) => book.get(key) ?? []);
      return replace([...first, ...[...book.values()].filter((question) => !first.includes(question))]);
    },
  };
}

function bookOf(all: readonly Question[]): ReadonlyMap<string, Question> {
  return new Map(all.map((question) => [question.key, question]));
}
