import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Flow, flowNames, flows, type Mark, markNames, marks, processes } from './process.ts';
import { countTurn, type Marked } from './turn.ts';

const at = fc.nat(1_000);
const marked = fc
  .record({
    person: fc.constantFrom('a', 'b', 'c'),
    mark: fc.constantFrom(...markNames),
    of: fc.constantFrom('', 'x', 'y'),
    moments: fc.array(at, { minLength: 1, maxLength: 4 }),
  })
  .map(
    ({ moments, ...rest }): Marked => ({
      ...rest,
      ...{ first: Math.min(...moments), last: Math.max(...moments), count: moments.length },
    }),
  );

test('a turn counts people, by whatever order their days come', () => {
  fc.assert(
    fc.property(fc.array(marked, { maxLength: 30 }), fc.infiniteStream(fc.nat()), (all, places) => {
      const turnOf = (some: readonly Marked[]) => {
        const count = countTurn();
        for (const one of some) count.add(one);
        return count.turn();
      };
      const turn = turnOf(all);
      const shuffled = all
        .map((one) => [places.next().value ?? 0, one] as const)
        .sort(([a], [b]) => a - b)
        .map(([, one]) => one);
      expect(turnOf(shuffled)).toEqual(turn);

      const people = (holds: (one: Marked) => boolean) => new Set(all.filter(holds).map(({ person }) => person));
      for (const process of processes)
        expect(turn.processes[process]).toBe(people(({ mark }) => marks[mark] === process).size);
      for (const mark of markNames) expect(turn.marks[mark]).toBe(people((one) => one.mark === mark).size);
      for (const part of turn.parts) {
        const some = all.filter(({ mark, of }) => mark === part.mark && of === part.of);
        expect(part.people).toBe(new Set(some.map(({ person }) => person)).size);
        expect(part.count).toBe(some.reduce((sum, { count }) => sum + count, 0));
      }
      for (const flow of flowNames) expect(turn.flows[flow]).toBe(flowing(all, flow));
    }),
  );
});

/** By every pair of moments. */
function flowing(all: readonly Marked[], flow: Flow): number {
  const { from, to }: { from: readonly Mark[]; to: readonly Mark[] } = flows[flow];
  const gone = all.flatMap(({ person, mark, first }) =>
    from.includes(mark)
      ? all.filter((then) => then.person === person && to.includes(then.mark) && then.last >= first)
      : [],
  );
  return new Set(gone.map(({ person }) => person)).size;
}

test('who answered before they were reached has not answered to that', () => {
  const count = countTurn();
  const once = (mark: Mark, moment: number) =>
    count.add({ person: 'a', mark, of: '', first: moment, last: moment, count: 1 });
  once('answered', 1);
  once('reached', 2);
  expect(count.turn().flows['engage-learn']).toBe(0);
  once('clicked', 2);
  expect(count.turn().flows['engage-learn']).toBe(1);
});
