import type { LogEvent } from '../log/log-event.ts';
import type { Statement, Store } from '../store/store.ts';
import { addEdge, type Edges, joinedEnds, readEdges } from './edges.ts';
import { type Graph, isShared, type Person, personOf } from './person.ts';
import { type Word, wordsOf } from './word.ts';

/** Which visitors are one person: those that verified keys join. */
export interface People {
  of(visitor: string): Promise<Person>;
  /** All visitors with this key. */
  withKey(key: string): Promise<readonly string[]>;
  /** The newest words about each edge of a visitor, those that were taken back among them. */
  edgesOf(visitor: string): Promise<readonly Word[]>;
  keysOf: Graph['keysOf'];
  /** Whether this assertion speaks for this visitor: it does for the first one that brings it, and for no other. */
  claim(proof: string, visitor: string): Promise<boolean>;
  /** Takes the edges that an event is evidence of. */
  add(event: LogEvent): void;
  /** Drops what memory holds: the file says otherwise now. Only when everything is saved. */
  forget(): void;
  /** Works out who is who now; what it returns is good for `unsaved` until `isSettled` says otherwise. */
  settle(): Promise<Settled>;
  isSettled(settled: Settled): boolean;
  /** The statements that keep what the file does not have; call `saved` when they are durable, or `failed` when they are not. */
  unsaved(settled: Settled): { statements: Statement[]; saved(): void; failed(): void };
}

export interface Settled {
  version: number;
  /** Visitor -> person. */
  persons: ReadonlyMap<string, string>;
}

/** The visitor that stands for what the merchant's own systems know of a customer. */
export function importedVisitor(customer: string): string {
  return `customer-${customer}`;
}

const remembered = 20_000;

export function createPeople(store: Pick<Store, 'all'>): People {
  const known = { key: new Map<string, Edges>(), visitor: new Map<string, Edges>() };
  const proofs = new Map<string, string>();
  /** Words that the file does not have yet, so that what is read again from the file is still complete. */
  let fresh: Word[] = [];
  /** Words that have become durable while a question was on its way, which may not have seen them. */
  let lingering: Word[] = [];
  let questions = 0;
  /** How often memory was dropped: what was asked before does not count. */
  let forgotten = 0;
  let version = 0;
  let touched = { visitors: new Set<string>(), keys: new Map<string, number>() };

  async function edges(end: 'key' | 'visitor', values: readonly string[]): Promise<Map<string, string[]>> {
    const other = end === 'key' ? 'visitor' : 'key';
    const missing = values.filter((value) => !known[end].has(value));
    if (missing.length > 0) {
      const asked = forgotten;
      questions++;
      const words = await readEdges(store, end, missing).finally(() => questions--);
      if (asked !== forgotten) return edges(end, values);
      const loaded = new Map(missing.map((value): [string, Edges] => [value, new Map()]));
      for (const word of [...words, ...lingering, ...fresh]) {
        const into = loaded.get(word[end]);
        if (into) addEdge(into, word[other], word);
      }
      for (const [value, into] of loaded) known[end].set(value, into);
      if (questions === 0) lingering = [];
    }
    return new Map(values.map((value) => [value, joinedEnds(known[end].get(value))]));
  }

  const graph: Graph = {
    visitorsOf: (keys) => edges('key', keys),
    keysOf: (visitors) => edges('visitor', visitors),
  };

  /** Only before a question begins: one in the middle of its work would have to begin anew. */
  function bound(): void {
    for (const cache of [known.key, known.visitor, proofs]) if (cache.size >= remembered) cache.clear();
  }

  return {
    of: (visitor) => {
      bound();
      return personOf(visitor, graph);
    },
    withKey: async (key) => (await graph.visitorsOf([key])).get(key) ?? [],
    edgesOf: async (visitor) => {
      await graph.keysOf([visitor]);
      return [...(known.visitor.get(visitor)?.values() ?? [])];
    },
    keysOf: graph.keysOf,
    claim: async (proof, visitor) => {
      if (!proofs.has(proof)) {
        const [row] = await store.all('SELECT visitor FROM identities WHERE proof = ? ORDER BY at, event LIMIT 1', [
          proof,
        ]);
        // Another batch may have claimed it while this one asked.
        const waiting = fresh.find((word) => word.proof === proof)?.visitor;
        if (!proofs.has(proof)) proofs.set(proof, row ? String(row[0]) : (waiting ?? visitor));
      }
      return proofs.get(proof) === visitor;
    },
    add: (event) => {
      for (const word of wordsOf(event)) {
        fresh.push(word);
        const [byKey, byVisitor] = [known.key.get(word.key), known.visitor.get(word.visitor)];
        const before = byVisitor?.get(word.key)?.joins ?? byKey?.get(word.visitor)?.joins;
        if (byKey) addEdge(byKey, word.visitor, word);
        if (byVisitor) addEdge(byVisitor, word.key, word);
        // A customer who signs in again on the same device is who they were.
        if (before === true && word.joins) continue;
        version++;
        touched.visitors.add(word.visitor);
        touched.keys.set(word.key, (touched.keys.get(word.key) ?? 0) + 1);
      }
    },
    forget: () => {
      forgotten++;
      lingering = [];
      for (const cache of [known.key, known.visitor, proofs]) cache.clear();
    },
    settle: async () => {
      bound();
      const settling = version;
      const { visitors, keys } = touched;
      const persons = new Map<string, string>();
      const concerned = new Set(visitors);
      for (const [key, others] of await graph.visitorsOf([...keys.keys()])) {
        // What joined nobody before and joins nobody now changes nobody.
        if (!isShared(key, others.length, keys.get(key))) for (const other of others) concerned.add(other);
      }
      const reached = await graph.keysOf([...concerned]);
      await graph.visitorsOf([...new Set([...reached.values()].flat())]);
      for (const visitor of concerned) {
        if (persons.has(visitor)) continue;
        const person = await personOf(visitor, graph);
        for (const each of person.visitors.keys()) persons.set(each, person.id);
      }
      return { version: settling, persons };
    },
    isSettled: (settled) => settled.version === version,
    unsaved: ({ persons }) => {
      const words = [...fresh];
      const changed = touched;
      touched = { visitors: new Set(), keys: new Map() };
      const rows = words.map(({ event, visitor, key, evidence, at, joins, proof }) => [
        ...[event, visitor, key, evidence, at],
        ...[joins ? 1 : 0, proof],
      ]);
      return {
        statements: [
          ...(rows.length === 0 ? [] : [{ sql: insertWords, params: [JSON.stringify(rows)] }]),
          ...(persons.size === 0 ? [] : [{ sql: namePersons, params: [JSON.stringify([...persons])] }]),
        ],
        saved: () => {
          fresh = fresh.slice(words.length);
          if (questions > 0) lingering.push(...words);
        },
        failed: () => {
          version++;
          for (const visitor of changed.visitors) touched.visitors.add(visitor);
          for (const [key, times] of changed.keys) touched.keys.set(key, (touched.keys.get(key) ?? 0) + times);
        },
      };
    },
  };
}

const insertWords =
  'INSERT INTO identities (event, visitor, key, evidence, at, joins, proof) ' +
  'SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6 FROM json_each(?) WHERE true ' +
  'ON CONFLICT (event, key) DO NOTHING';
const namePersons =
  'UPDATE profiles SET person = named.value ->> 1 FROM json_each(?) AS named WHERE profiles.visitor = named.value ->> 0';
