import type { SqlValue, Store } from '../store/store.ts';
import { newerWord, type Word } from './word.ts';

/** Newest words, by the other end of their edge. */
export type Edges = Map<string, Word>;

/** The newest words about each edge of these keys (or visitors); those up to a moment, in ms, where one is given. */
export async function readEdges(
  store: Pick<Store, 'all'>,
  end: 'key' | 'visitor',
  values: readonly string[],
  until = Number.MAX_SAFE_INTEGER,
): Promise<Word[]> {
  const rows = await store.all(
    'SELECT event, visitor, key, evidence, at, joins, proof FROM (SELECT *, row_number() OVER (PARTITION BY visitor, key ' +
      `ORDER BY at DESC, event DESC) AS place FROM identities WHERE ${end} IN (SELECT value FROM json_each(?)) AND at <= ?) WHERE place = 1`,
    [JSON.stringify(values), until],
  );
  return rows.map(wordOf);
}

function wordOf([event, visitor, key, evidence, at, joins, proof]: readonly SqlValue[]): Word {
  return {
    event: String(event),
    visitor: String(visitor),
    key: String(key),
    evidence: String(evidence),
    at: Number(at),
    joins: Boolean(joins),
    proof: proof === null || proof === undefined ? null : String(proof),
  };
}

export function addEdge(edges: Edges, otherEnd: string, word: Word): void {
  edges.set(otherEnd, newerWord(edges.get(otherEnd), word));
}

export function joinedEnds(edges: Edges | undefined): string[] {
  return [...(edges ?? [])].filter(([, { joins }]) => joins).map(([end]) => end);
}
