import { asc, eq, inArray } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { endpoints } from '../outbox/table.ts';
import { Problem } from '../problem.ts';
import type { Store } from '../store/store.ts';
import type { RuleBook } from './matches.ts';
import { conditionsOf, type Rule } from './rule.ts';
import { segmentDays, segmentMembers, segments } from './table.ts';

export interface Segment {
  id: string;
  name: string;
  rule: Rule;
  /** ms since 1970. */
  createdAt: number;
  changedAt: number;
  /** The `changedAt` as of which its members are followed; null until they are counted. */
  membersOf: number | null;
}

/** All of the shop's, by name. */
export async function allSegments({ db }: Pick<Store, 'db'>): Promise<Segment[]> {
  const rows = await db.select().from(segments).orderBy(asc(segments.name), asc(segments.id));
  return rows.map((row) => ({ ...row, rule: JSON.parse(row.rule) as Rule }));
}

export function bookOf(all: readonly Segment[]): RuleBook {
  return new Map(all.map(({ id, rule }) => [id, rule]));
}

/** Keeps a new segment, or a changed one where `id` is given. Throws a `Problem` where the rule cannot stand among the others. */
export async function keepSegment(
  { id, name, rule }: { id?: string; name: string; rule: Rule },
  store: Pick<Store, 'db'>,
  now: number,
): Promise<Segment> {
  const others = await allSegments(store);
  const known = others.find((segment) => segment.id === id);
  if (id !== undefined && !known) throw new Problem(404, 'unknown-segment', `There is no segment "${id}".`);
  if (others.some((other) => other.name === name && other.id !== id))
    throw new Problem(409, 'name-taken', `Another segment is called "${name}".`, { field: 'name' });
  const isSame = known !== undefined && JSON.stringify(known.rule) === JSON.stringify(rule);
  const kept: Segment = {
    id: id ?? uuidv7(),
    name,
    rule,
    createdAt: known?.createdAt ?? now,
    changedAt: now,
    // Whoever a new name is given to is in it as before.
    membersOf: isSame && known.membersOf === known.changedAt ? now : null,
  };
  const book = new Map([...bookOf(others), [kept.id, rule]]);
  for (const asked of mentioned(rule))
    if (!book.has(asked))
      throw new Problem(422, 'unknown-segment', `There is no segment "${asked}".`, { field: 'rule' });
  if (reaches(rule, kept.id, book))
    throw new Problem(422, 'circular', 'The rule asks, over other segments, for itself.', { field: 'rule' });
  const row = { ...kept, rule: JSON.stringify(rule) };
  if (known) await store.db.update(segments).set(row).where(eq(segments.id, kept.id));
  else await store.db.insert(segments).values(row);
  const built = isSame ? [] : others.filter((other) => other.id !== kept.id && reaches(other.rule, kept.id, book));
  // Nobody enters those that are made of it, or leaves them, because the merchant means someone else.
  if (built.length > 0)
    await store.db
      .update(segments)
      .set({ membersOf: null })
      .where(
        inArray(
          segments.id,
          built.map(({ id }) => id),
        ),
      );
  return kept;
}

/** Throws a `Problem` that names who still needs it. `alsoUsedBy`: what asks for it beside other segments. */
export async function dropSegment(
  id: string,
  alsoUsedBy: readonly { id: string; name: string }[],
  store: Pick<Store, 'db'>,
): Promise<void> {
  const all = await allSegments(store);
  if (!all.some((segment) => segment.id === id))
    throw new Problem(404, 'unknown-segment', `There is no segment "${id}".`);
  const users = [...usersOf(id, all), ...alsoUsedBy];
  if (users.length > 0)
    throw new Problem(409, 'in-use', `Still asked for by: ${users.map(({ name }) => name).join(', ')}.`, {
      more: { usedBy: users.map(({ id, name }) => ({ id, name })) },
    });
  await store.db.delete(segments).where(eq(segments.id, id));
  await store.db.delete(segmentMembers).where(eq(segmentMembers.segment, id));
  await store.db.delete(endpoints).where(eq(endpoints.segment, id));
  await store.db.delete(segmentDays).where(eq(segmentDays.segment, id));
}

/** The segments whose rules ask for this one. */
export function usersOf(id: string, all: readonly Segment[]): Segment[] {
  return all.filter(({ rule }) => mentioned(rule).includes(id));
}

/** The segments that a rule asks for itself. */
export function mentioned(rule: Rule): string[] {
  return conditionsOf(rule).flatMap((condition) => ('segment' in condition ? [condition.segment] : []));
}

function reaches(rule: Rule, id: string, book: RuleBook): boolean {
  const seen = new Set<string>();
  for (const waiting = [rule]; ; ) {
    const next = waiting.pop();
    if (!next) return false;
    for (const asked of mentioned(next)) {
      if (asked === id) return true;
      const other = book.get(asked);
      if (other && !seen.has(asked)) waiting.push(other);
      seen.add(asked);
    }
  }
}
