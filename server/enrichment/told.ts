import { z } from 'zod';
import { digest } from '../digest.ts';
import { standIn } from '../identity/stand-in.ts';
import { customerKey, emailKey, phoneKey } from '../identity/word.ts';
import type { LogEvent } from '../log/log-event.ts';
import { plainText } from '../plain-text.ts';
import { addressSource } from '../profiles/believed.ts';
import type { Question, QuestionType } from '../questions/question.ts';
import { key as questionKey } from '../questions/question.ts';
import { readAnswer } from '../questions/read-answer.ts';
import { Refused } from '../refused.ts';

/** What one source tells of one person. */
export interface Telling {
  customer?: string | undefined;
  email?: string | undefined;
  phone?: string | undefined;
  /** ms since 1970: of when the source knows it; now where it does not say. */
  time?: number | undefined;
  traits: Record<string, unknown>;
}

/** Under these it is said who told something that no source did. */
const taken = new Set(['visitor', 'server', 'signed', 'import', 'staff']);

export const sourceId = z
  .string()
  .regex(
    /^[a-z][a-z0-9_-]{0,29}$/,
    'a source begins with a small Latin letter and has at most 30 letters, digits, _ and -',
  )
  .refine((id) => !taken.has(id), 'that is the word for what no source tells: take another name')
  .refine((id) => id !== addressSource, `"${addressSource}" is the file of companies by their addresses`)
  .describe('Who tells this: a name of yours, crm or bureau.');

/** Of what is no question of the shop's. */
export const freeTypes = ['text', 'number', 'date', 'yes_no'] as const satisfies readonly QuestionType[];

const Free = z.object({
  type: z.enum(freeTypes),
  value: z.union([z.string(), z.number(), z.boolean()]).nullable(),
});

const most = 30;
/** ms by which a source's clock may be ahead. */
const tolerance = 60_000;

interface Context {
  source: string;
  questions: { get(key: string): Question | undefined };
  /** ms since 1970. */
  now: number;
}

/**
 * The event of what a source tells: facts about whoever has this key, kept by it, whether anybody has come with it or not.
 * Throws `Refused` with the field that is wrong.
 */
export async function toldEvent(telling: Telling, { source, questions, now }: Context): Promise<LogEvent> {
  const { time = now, traits } = telling;
  if (time > now + tolerance) throw new Refused('time', 'it lies ahead');
  const about = keyOf(telling);
  const said = Object.entries(traits);
  if (said.length === 0) throw new Refused('traits', 'it says nothing');
  if (said.length > most) throw new Refused('traits', `at most ${most} at a time`);
  const facts = said.map(([trait, value]) => ({ trait, value: readFact(trait, value, questions), source }));
  const at = Math.min(time, now);
  // By what it says: the same words of the same moment are one fact.
  const id = `told:${await digest(JSON.stringify([at, about, facts]))}`;
  return { id, visitor: standIn(about), at, name: 'told', about, facts };
}

/** The surest of the keys alone: what others tell of somebody joins nobody with anybody. */
function keyOf({ customer, email, phone }: Telling): string {
  for (const [field, text, key, isRight] of [
    ['customer', customer, customerKey, /./],
    ['email', email, emailKey, /^\S+@\S+$/],
    ['phone', phone, phoneKey, /^\+?(\D*\d){5,15}\D*$/],
  ] as const) {
    if (text === undefined || text.trim() === '') continue;
    if (!isRight.test(text.trim()) || !plainText.test(text) || text.length > 200)
      throw new Refused(field, `"${text.slice(0, 40)}" is none`);
    return key(text.trim());
  }
  throw new Refused('customer', 'say whom it is about: customer, email or phone');
}

function readFact(trait: string, value: unknown, questions: Context['questions']): string {
  const field = `traits.${trait}`;
  const named = questionKey.safeParse(trait);
  if (!named.success) throw new Refused(field, named.error.issues[0]?.message ?? 'invalid');
  const known = questions.get(trait);
  const free = known || value === null ? null : Free.safeParse(value);
  if (free && !free.success)
    throw new Refused(
      field,
      `no question of the shop; say its type: {"type": "${freeTypes.join('" | "')}", "value": ...}`,
    );
  const question = known ?? { key: trait, type: free?.data?.type ?? 'text', words: {}, choices: [] };
  const answer = free ? free.data.value : value;
  try {
    return readAnswer({ question: trait, answer }, new Map([[trait, question]])).value;
  } catch (error) {
    throw error instanceof Refused ? new Refused(field, error.message) : error;
  }
}
