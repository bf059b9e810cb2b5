import type { Store } from '../store/store.ts';
import { keepDay } from './days.ts';
import type { RuleBook } from './matches.ts';
import { type Move, membersAdded, membersGone, moveEvents } from './membership.ts';
import { buckets } from './sample.ts';
import type { Segment } from './segments.ts';
import { toSql } from './to-sql.ts';

/** Buckets of one look: some thousands of people even in the largest shop. */
const chunk = 32;

interface Sweep {
  store: Pick<Store, 'all' | 'write'>;
  book: RuleBook;
  /** ms since 1970. */
  now(): number;
  /** Does this while the audience stands still. */
  inTurn<T>(work: () => Promise<T>): Promise<T>;
  isStopped(): boolean;
  timeZone: string;
}

/**
 * Looks at everyone for one segment: windows slide, and nobody does anything. Of a segment that is new, or whose rule has
 * changed, it writes down who is in; of others who has come in and who is out.
 */
export async function sweepSegment(segment: Segment, sweep: Sweep): Promise<void> {
  const { store, book, now, inTurn, isStopped, timeZone } = sweep;
  const isFollowed = segment.membersOf === segment.changedAt;
  if (!isFollowed) await store.write([{ sql: 'DELETE FROM segment_members WHERE segment = ?', params: [segment.id] }]);
  for (let from = 0; from < buckets; from += chunk) {
    if (isStopped()) return;
    await inTurn(async () => {
      const moves = await movedIn(segment, from, sweep);
      if (moves.length === 0) return;
      const pairs = (enters: boolean) =>
        moves.filter((move) => move.enters === enters).map(({ person }) => [segment.id, person] as const);
      await store.write([
        ...(isFollowed ? moveEvents(moves, now()) : []),
        ...membersAdded(pairs(true)),
        ...membersGone(pairs(false)),
      ]);
    });
  }
  const followed = 'UPDATE segments SET members_of = changed_at WHERE id = ? AND changed_at = ?';
  await store.write([{ sql: followed, params: [segment.id, segment.changedAt] }]);
  await keepDay(segment, { store, book, now: now(), timeZone });
}

/** Whoever is in by the rule and not by the rows, or the other way round. */
async function movedIn(segment: Segment, from: number, { store, book, now }: Sweep): Promise<Move[]> {
  const { sql, params } = toSql(segment.rule, now(), book);
  const rows = await store.all(
    `SELECT person, visitor, is_in FROM (SELECT a.person, a.visitor, (${sql}) AS is_in, ` +
      'EXISTS (SELECT 1 FROM segment_members AS m WHERE m.segment = ? AND m.bucket = a.bucket AND m.person = a.person) AS was_in ' +
      `FROM audience AS a WHERE a.bucket >= ${from} AND a.bucket < ${from + chunk}) WHERE is_in <> was_in`,
    [...params, segment.id],
  );
  return rows.map(([person, visitor, enters]) => ({
    person: String(person),
    visitor: String(visitor),
    segment,
    enters: enters === 1,
  }));
}
