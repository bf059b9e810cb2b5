import type { SourceRule } from '../profiles/believed.ts';
import { wordRows, wordsGone } from '../search/word-rows.ts';
import type { Statement, Store } from '../store/store.ts';
import { rowsGone, rowsOf } from './audience-rows.ts';
import type { Basis } from './basis.ts';
import { type Group, groupOf } from './counted.ts';
import { subjectOf } from './facts.ts';
import { type Move, membersOfNobody, moveEvents, movesOf } from './membership.ts';
import { allSegments, bookOf } from './segments.ts';

interface Sources {
  store: Store;
  people: { keysOf(visitors: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> };
  sources: { rules(): readonly SourceRule[] };
  currency: string;
  timeZone: string;
  /** ms since 1970. */
  now(): number;
}

/**
 * What makes the rows of everyone anew whom these visitors are, or were counted as: who they are, how they are found, and into
 * which segments they come. Of those who refused to be counted nothing is left.
 */
export async function changesOf(touched: readonly string[], sources: Sources, basis: Basis): Promise<Statement[]> {
  const group = await groupOf(touched, sources);
  const { devices, people, before } = group;
  const affected = [...new Set([...before.values(), ...devices.map(({ person }) => person)])];
  const made = new Set(people.map(({ person }) => person));
  const { moves, statements } = await movesAmong(group, sources, basis);
  return [
    ...rowsGone(affected),
    wordsGone(affected),
    ...rowsOf(people, basis),
    // Staff find whoever writes or calls, also those who refused to be counted.
    wordRows(devices),
    { sql: setVisitors, params: [JSON.stringify(devices.map(({ visitor, person }) => [visitor, person]))] },
    ...statements,
    ...membersOfNobody(affected.filter((person) => !made.has(person))),
    ...moveEvents(moves, sources.now()),
  ];
}

async function movesAmong(
  { devices, people, before }: Group,
  { store, now }: Sources,
  basis: Basis,
): Promise<{ moves: Move[]; statements: Statement[] }> {
  const all = await allSegments(store);
  const followed = all.filter(({ membersOf, changedAt }) => membersOf === changedAt);
  if (followed.length === 0) return { moves: [], statements: [] };
  const formerly = new Map<string, Set<string>>(people.map(({ person }) => [person, new Set([person])]));
  for (const { visitor, person } of devices) {
    const other = before.get(visitor);
    if (other !== undefined) formerly.get(person)?.add(other);
  }
  const names = [...new Set([...formerly.values()].flatMap((others) => [...others]))];
  const kept = new Map<string, Set<string>>(names.map((person) => [person, new Set()]));
  for (const [person, segment] of await store.all(membersAmong, [JSON.stringify(names)]))
    kept.get(String(person))?.add(String(segment));
  const seen = people.map((one) => ({
    person: one.person,
    visitor: one.visitor,
    subject: subjectOf(one, basis),
    was: new Set([...(formerly.get(one.person) ?? [])].flatMap((other) => [...(kept.get(other) ?? [])])),
    kept: kept.get(one.person) ?? new Set<string>(),
  }));
  return movesOf(seen, followed, bookOf(all), now());
}

const setVisitors =
  'INSERT INTO audience_visitors (visitor, person) SELECT value ->> 0, value ->> 1 FROM json_each(?) WHERE true ' +
  'ON CONFLICT (visitor) DO UPDATE SET person = excluded.person';

const membersAmong = 'SELECT person, segment FROM segment_members WHERE person IN (SELECT value FROM json_each(?))';
