import { plainText } from '../plain-text.ts';
import { Problem } from '../problem.ts';
import type { Profile } from '../profiles/profile.ts';
import type { Question } from '../questions/question.ts';
import type { QuestionBook } from '../questions/question-book.ts';
import { readAnswer } from '../questions/read-answer.ts';
import { suggestions } from '../questions/suggestions.ts';
import { Refused } from '../refused.ts';

/** How somebody is called and reached: facts about them, by which nobody signs in and nobody is joined. */
const contactTraits = ['name', 'email', 'phone'] as const;

const longest = 200;
const shapes: Record<(typeof contactTraits)[number], RegExp> = {
  name: /./,
  email: /^\S+@\S+$/,
  phone: /^\+?(\D*\d){5,15}\D*$/,
};

/** The question that gives a trait its type: the shop's own, else one that shops often ask. */
export function questionOf(trait: string, questions: { get(key: string): Question | undefined }): Question | null {
  return questions.get(trait) ?? suggestions.find(({ key }) => key === trait) ?? null;
}

/**
 * What staff has written of a trait, as it is kept; the empty text where nothing is to be known. `known`: traits of this person that
 * no question gives a type, which are texts. Throws a `Problem` with the trait as its field.
 */
export function readEdit(
  trait: string,
  value: unknown,
  { questions, known }: { questions: { get(key: string): Question | undefined }; known: ReadonlySet<string> },
): string {
  const wrong = (reason: string) => new Problem(422, 'invalid', reason, { field: trait });
  if (value === null || value === '') return '';
  const question = questionOf(trait, questions);
  const contact = contactTraits.find((name) => name === trait);
  if (question && !contact) {
    try {
      return readAnswer({ question: trait, answer: value }, new Map([[trait, question]])).value;
    } catch (error) {
      throw error instanceof Refused ? wrong(error.message) : error;
    }
  }
  if (!contact && !known.has(trait)) throw wrong(`"${trait}" is no question of the shop, and nobody has told it`);
  const text = typeof value === 'string' ? value.trim() : '';
  if (text === '' || text.length > longest || !plainText.test(text) || (contact && !shapes[contact].test(text)))
    throw wrong(`"${text.slice(0, 40)}" is no ${contact ?? 'text'}`);
  return text;
}

/** What staff can write of this person, with the question that gives it its type; null for a text. */
export function fieldsFor(
  { traits, edits }: Profile,
  questions: Pick<QuestionBook, 'all' | 'get'>,
): { trait: string; question: Question | null }[] {
  const asked = [...questions.all(), ...suggestions].map(({ key }) => key);
  const all = new Set([...contactTraits, ...asked, ...traits.keys(), ...edits.keys()]);
  return [...all].map((trait) => ({ trait, question: questionOf(trait, questions) }));
}
