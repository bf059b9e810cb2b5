import { uuidv7 } from 'uuidv7';
import { type LogEvent, toRow } from '../log/log-event.ts';
import { posted } from '../outbox/message.ts';
import { insertLog, type Statement } from '../store/store.ts';
import type { Subject } from './facts.ts';
import { matches, type RuleBook } from './matches.ts';
import { bucketOf } from './sample.ts';
import type { Segment } from './segments.ts';

/** Someone at whom segments are looked again. */
export interface Seen {
  person: string;
  /** One of the person's visitors, whose timeline shows what happens. */
  visitor: string;
  subject: Subject;
  /** The segments that they, or whoever they were counted as before, were in. */
  was: ReadonlySet<string>;
  /** Those that are kept under this very person. */
  kept: ReadonlySet<string>;
}

export interface Move {
  person: string;
  visitor: string;
  segment: Pick<Segment, 'id' | 'name'>;
  enters: boolean;
}

/** The moves of these people between the segments that are followed, and the rows by which the next look knows of them. */
export function movesOf(
  seen: readonly Seen[],
  followed: readonly Segment[],
  book: RuleBook,
  now: number,
): { moves: Move[]; statements: Statement[] } {
  const moves: Move[] = [];
  const added: [segment: string, person: string][] = [];
  const gone: [segment: string, person: string][] = [];
  for (const { person, visitor, subject, was, kept } of seen)
    for (const segment of followed) {
      const is = matches(segment.rule, subject, now, book);
      if (is !== was.has(segment.id)) moves.push({ person, visitor, segment, enters: is });
      if (is && !kept.has(segment.id)) added.push([segment.id, person]);
      if (!is && kept.has(segment.id)) gone.push([segment.id, person]);
    }
  return { moves, statements: [...membersAdded(added), ...membersGone(gone)] };
}

/** What is written of moves: they are facts of the log that teach nothing about the visitor, and what other systems hear of. */
export function moveEvents(moves: readonly Move[], now: number): Statement[] {
  const told = moves.map((move) => ({ ...move, id: uuidv7() }));
  const events = told.map(
    ({ id, visitor, segment, enters }): LogEvent => ({
      ...{ id, visitor, at: now, name: enters ? 'segment_enter' : 'segment_leave' },
      params: { segment: segment.id, segment_name: segment.name },
    }),
  );
  const messages = told.map(({ id, person, visitor, segment, enters }) => ({
    ...{ id, visitor, enters, customer: customerOf(person), segment: { id: segment.id, name: segment.name } },
  }));
  return [...events.map((event) => ({ sql: insertLog, params: toRow(event) })), ...posted(messages, now)];
}

/** A person goes by the first of their keys, and a customer number comes before an address. */
function customerOf(person: string): string | null {
  return person.startsWith('customer:') ? person.slice('customer:'.length) : null;
}

export function membersAdded(members: readonly (readonly [segment: string, person: string])[]): Statement[] {
  if (members.length === 0) return [];
  const rows = members.map(([segment, person]) => [segment, bucketOf(person), person]);
  return [
    {
      sql:
        'INSERT INTO segment_members (segment, bucket, person) SELECT value ->> 0, value ->> 1, value ->> 2 ' +
        'FROM json_each(?) WHERE true ON CONFLICT DO NOTHING',
      params: [JSON.stringify(rows)],
    },
  ];
}

export function membersGone(members: readonly (readonly [segment: string, person: string])[]): Statement[] {
  if (members.length === 0) return [];
  const rows = members.map(([segment, person]) => [segment, bucketOf(person), person]);
  return [
    {
      sql:
        'DELETE FROM segment_members WHERE (segment, bucket, person) IN ' +
        '(SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(?))',
      params: [JSON.stringify(rows)],
    },
  ];
}

/** Of people who are nobody any more, or do not count. */
export function membersOfNobody(persons: readonly string[]): Statement[] {
  const sql = 'DELETE FROM segment_members WHERE person IN (SELECT value FROM json_each(?))';
  return persons.length === 0 ? [] : [{ sql, params: [JSON.stringify(persons)] }];
}
