import { asc } from 'drizzle-orm';
import { Problem } from '../problem.ts';
import type { Question } from '../questions/question.ts';
import type { Store } from '../store/store.ts';
import { type Finder, FinderBody, traitOf } from './finder.ts';
import { finders } from './table.ts';

/** The shop's finders in memory, in the order in which they were made. */
export interface FinderBook {
  all(): readonly Finder[];
  get(id: string): Finder | undefined;
  /** Adds one at the end, or changes one where it stands. Throws a `Problem` where there are too many. */
  keep(finder: Finder): Promise<void>;
  /** Throws a `Problem` for one that is none. */
  drop(id: string): Promise<void>;
  /** A question of a finder as one of the shop's, by the trait that its answer becomes. */
  question(trait: string): Question | undefined;
}

const most = 20;

export async function openFinders({ db, write }: Pick<Store, 'db' | 'write'>): Promise<FinderBook> {
  const rows = await db.select().from(finders).orderBy(asc(finders.place));
  let book = bookOf(rows.map(({ id, body }) => ({ id, ...FinderBody.parse(JSON.parse(body)) })));
  let questions = questionsOf(book);

  /** Few and seldom changed: written all at once. */
  async function replace(next: readonly Finder[]): Promise<void> {
    const rows = next.map(({ id, ...body }, place) => [id, place, JSON.stringify(body)]);
    await write([
      { sql: 'DELETE FROM finders', params: [] },
      {
        sql: 'INSERT INTO finders (id, place, body) SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(?)',
        params: [JSON.stringify(rows)],
      },
    ]);
    book = bookOf(next);
    questions = questionsOf(book);
  }

  return {
    all: () => [...book.values()],
    get: (id) => book.get(id),
    keep: (finder) => {
      if (!book.has(finder.id) && book.size >= most)
        throw new Problem(409, 'too-many-finders', `A shop has at most ${most} finders; delete one first.`);
      return replace([...new Map(book).set(finder.id, finder).values()]);
    },
    drop: (id) => {
      if (!book.has(id)) throw new Problem(404, 'unknown-finder', `There is no finder "${id}".`);
      return replace([...book.values()].filter((finder) => finder.id !== id));
    },
    question: (trait) => questions.get(trait),
  };
}

function bookOf(all: readonly Finder[]): ReadonlyMap<string, Finder> {
  return new Map(all.map((finder) => [finder.id, finder]));
}

function questionsOf(book: ReadonlyMap<string, Finder>): ReadonlyMap<string, Question> {
  const all = new Map<string, Question>();
  for (const finder of book.values()) {
    for (const question of finder.questions) {
      const { words, several, choices } = question;
      const said = choices.map(({ value, words }) => ({ value, words }));
      all.set(traitOf(finder, question), {
        key: traitOf(finder, question),
        type: several ? 'several' : 'choice',
        words,
        choices: said,
      });
    }
  }
  return all;
}
