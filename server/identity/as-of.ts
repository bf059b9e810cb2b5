import type { Store } from '../store/store.ts';
import { readEdges } from './edges.ts';
import { type Graph, type Person, personOf } from './person.ts';
import type { Word } from './word.ts';

/** Who a visitor was, by what had happened up to that moment (ms). Says nothing of what was learnt about it later. */
export function personAsOf(visitor: string, at: number, store: Pick<Store, 'all'>): Promise<Person> {
  const graph: Graph = {
    visitorsOf: async (keys) => joined(await readEdges(store, 'key', keys, at), 'key', 'visitor'),
    keysOf: async (visitors) => joined(await readEdges(store, 'visitor', visitors, at), 'visitor', 'key'),
  };
  return personOf(visitor, graph);
}

function joined(words: readonly Word[], end: 'key' | 'visitor', other: 'key' | 'visitor'): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const word of words) if (word.joins) found.set(word[end], [...(found.get(word[end]) ?? []), word[other]]);
  return found;
}
