import type { LogEvent } from '../log/log-event.ts';
import type { Question } from '../questions/question.ts';
import { Refused } from '../refused.ts';
import { type Telling, toldEvent } from './told.ts';

/** Lines of a file that cannot be kept. */
export interface RefusedRow {
  line: number;
  /** What is wrong: `customer`, `traits.income`. */
  field: string;
  reason: string;
}

/** What people read of it. */
export function lineOf({ line, field, reason }: RefusedRow): { line: number; reason: string } {
  return { line, reason: `${field}: ${reason}` };
}

export interface Row {
  /** Of the file, from 1. */
  line: number;
  row: Record<string, string>;
}

interface Context {
  source: string;
  questions: { get(key: string): Question | undefined };
  /** ms since 1970. */
  now: number;
}

const keys: Record<string, 'customer' | 'email' | 'phone'> = {
  ...{ customer: 'customer', customer_id: 'customer', email: 'email', phone: 'phone' },
};

/**
 * What a table tells of people, a row each: the columns customer (or customer_id), email, phone and time; every other one is a
 * trait by its head, `income` where that is a question, else `tier` or, with its type, `employees:number`. An empty cell says nothing.
 */
export async function* toldInRows(
  rows: AsyncIterable<Row>,
  context: Context,
  refuse: (row: RefusedRow) => void,
): AsyncGenerator<{ line: number; events: LogEvent[] }> {
  for await (const { line, row } of rows) {
    try {
      yield { line, events: [await toldEvent(tellingOf(row, context.questions), context)] };
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      refuse({ line, field: error.field, reason: error.message });
    }
  }
}

function tellingOf(row: Record<string, string>, questions: Context['questions']): Telling {
  const telling: Telling = { traits: {} };
  for (const [head, said] of Object.entries(row)) {
    const cell = said.trim();
    if (cell === '') continue;
    const name = head.trim();
    const key = Object.hasOwn(keys, name.toLowerCase()) ? keys[name.toLowerCase()] : undefined;
    if (key) telling[key] = cell;
    else if (name.toLowerCase() === 'time') telling.time = timeOf(cell);
    else {
      const [trait = '', type = 'text'] = name.split(':');
      telling.traits[trait] = answerIn(cell, type, questions.get(trait));
    }
  }
  return telling;
}

function answerIn(cell: string, type: string, question: Question | undefined): unknown {
  if (!question) return { type, value: cell };
  return question.type === 'several' ? cell.split(/\s*[,;]\s*/) : cell;
}

function timeOf(cell: string): number {
  const time = Date.parse(cell);
  if (Number.isNaN(time)) throw new Refused('time', `"${cell.slice(0, 40)}" is no time as 2026-11-21T18:00:00Z`);
  return time;
}
