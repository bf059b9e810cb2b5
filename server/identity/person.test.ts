import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LogEvent } from '../log/log-event.ts';
import { addEdge, type Edges, joinedEnds } from './edges.ts';
import { type Graph, personOf } from './person.ts';
import { type Word, wordsOf } from './word.ts';

const visitors = Array.from({ length: 8 }, (_, place) => `v${place}`);

/** Assertions with number, e-mail and telephone, and what staff joins and takes back; few of each, so that they meet and tie. */
const event: fc.Arbitrary<LogEvent> = fc
  .record({
    id: fc.uuid(),
    visitor: fc.constantFrom(...visitors),
    at: fc.nat(20),
    said: fc.oneof(
      fc.record({
        identity: fc.record(
          {
            customer: fc.constantFrom('1', '2', '3', '4'),
            email: fc.constantFrom('a@x.ua', ' A@X.ua', 'b@x.ua'),
            phone: fc.constantFrom('+380 44 1', '+380441', '+40 1'),
            evidence: fc.constant('signed' as const),
          },
          { requiredKeys: ['customer', 'evidence'] },
        ),
      }),
      fc.record({
        edges: fc.uniqueArray(
          fc.record({ key: fc.constantFrom('customer:1', 'email:a@x.ua', 'visitor:v0'), joins: fc.boolean() }),
          { selector: ({ key }) => key, minLength: 1 },
        ),
      }),
    ),
  })
  .map(({ said, ...words }) => ({ ...words, ...said, name: 'login' }));

const events = fc.uniqueArray(event, { selector: ({ id }) => id, maxLength: 40 });

function graphOf(words: readonly Word[]): Graph {
  const byKey = new Map<string, Edges>();
  const byVisitor = new Map<string, Edges>();
  const end = (all: Map<string, Edges>, key: string) => {
    const edges = all.get(key) ?? new Map<string, Word>();
    all.set(key, edges);
    return edges;
  };
  for (const word of words) {
    addEdge(end(byKey, word.key), word.visitor, word);
    addEdge(end(byVisitor, word.visitor), word.key, word);
  }
  return {
    visitorsOf: async (keys) => new Map(keys.map((key) => [key, joinedEnds(byKey.get(key))])),
    keysOf: async (all) => new Map(all.map((visitor) => [visitor, joinedEnds(byVisitor.get(visitor))])),
  };
}

/** Visitor -> the name of the person and everyone of it. */
async function peopleOf(words: readonly Word[]): Promise<Record<string, { id: string; of: string[] }>> {
  const graph = graphOf(words);
  const found: [string, { id: string; of: string[] }][] = [];
  for (const visitor of visitors) {
    const { id, visitors: of } = await personOf(visitor, graph);
    found.push([visitor, { id, of: [...of.keys()].sort() }]);
  }
  return Object.fromEntries(found);
}

/** By the definition: two are one while any key that neither has had taken back joins them, until nothing changes. */
function groups(words: readonly Word[]): string[][] {
  const newest = new Map<string, Word>();
  for (const word of [...words].sort((a, b) => a.at - b.at || (a.event < b.event ? -1 : 1)))
    newest.set(`${word.visitor} ${word.key}`, word);
  const joined = [...newest.values()].filter(({ joins }) => joins);
  let all = visitors.map((visitor) => [visitor]);
  for (const a of joined) {
    for (const b of joined) {
      if (a.key !== b.key) continue;
      const both = all.filter((group) => group.includes(a.visitor) || group.includes(b.visitor));
      all = [...all.filter((group) => !both.includes(group)), both.flat()];
    }
  }
  return all.map((group) => [...group].sort());
}

describe('people', () => {
  test('are the same in whatever order assertions, merges and revocations arrive', async () => {
    const shuffled = events.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length })),
    );
    await fc.assert(
      fc.asyncProperty(shuffled, async ([all, other]) => {
        const twice = [...other, ...other.slice(0, 5)];
        expect(await peopleOf(twice.flatMap(wordsOf))).toEqual(await peopleOf(all.flatMap(wordsOf)));
      }),
      { numRuns: 200 },
    );
  });

  test('are exactly what the standing keys join, and all of one go by one name', async () => {
    await fc.assert(
      fc.asyncProperty(events, async (all) => {
        const words = all.flatMap(wordsOf);
        const people = await peopleOf(words);
        for (const group of groups(words)) {
          for (const visitor of group) expect(people[visitor]?.of).toEqual(group);
          expect(new Set(group.map((visitor) => people[visitor]?.id)).size).toBe(1);
        }
        expect(new Set(Object.values(people).map(({ id }) => id)).size).toBe(groups(words).length);
      }),
      { numRuns: 200 },
    );
  });

  test('are split by an edge that goes exactly where it had joined them', async () => {
    await fc.assert(
      fc.asyncProperty(events, fc.nat(), async (all, place) => {
        const words = all.flatMap(wordsOf);
        fc.pre(words.length > 0);
        const gone = words[place % words.length];
        if (!gone) return;
        const rest = words.filter(({ visitor, key }) => visitor !== gone.visitor || key !== gone.key);
        const [before, after] = [await peopleOf(words), await peopleOf(rest)];
        const concerned = before[gone.visitor]?.of ?? [];
        for (const visitor of visitors) {
          if (concerned.includes(visitor)) expect(concerned).toEqual(expect.arrayContaining(after[visitor]?.of ?? []));
          else expect(after[visitor]).toEqual(before[visitor]);
        }
        // A revocation after all words is the same as if the edge had never been.
        const revoked: Word = { ...gone, event: 'last', at: 1_000, joins: false, evidence: 'staff' };
        expect(await peopleOf([...words, revoked])).toEqual(after);
        // One edge gone makes at most two of one.
        expect(new Set(concerned.map((visitor) => after[visitor]?.id)).size).toBeLessThanOrEqual(2);
      }),
      { numRuns: 200 },
    );
  });

  test('who share the telephone of an office stay apart; customers of one number never do', async () => {
    const word = (place: number, key: string): Word => ({
      ...{ event: `e${place} ${key}`, visitor: `w${place}`, key, at: place },
      ...{ evidence: 'signed', joins: true, proof: null },
    });
    const many = Array.from({ length: 60 }, (_, place) => place);
    const office = graphOf(many.flatMap((place) => [word(place, 'phone:+380441'), word(place, `customer:${place}`)]));
    expect((await personOf('w1', office)).visitors.size).toBe(1);
    const devices = graphOf(many.map((place) => word(place, 'customer:1')));
    expect((await personOf('w1', devices)).visitors.size).toBe(60);
  });
});
