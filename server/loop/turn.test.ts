import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCodes } from '../profit/codes.ts';
import { createMarkColumns } from './mark-columns.ts';
import { type Flow, flowNames, flows, type Mark, markNames, marks, processes } from './process.ts';
import { peopleIn, turnOf } from './turn.ts';

interface Marked {
  person: string;
  mark: Mark;
  of: string;
  first: number;
  last: number;
  count: number;
}

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
      const turn = counted(all);
      const shuffled = all
        .map((one) => [places.next().value ?? 0, one] as const)
        .sort(([a], [b]) => a - b)
        .map(([, one]) => one);
      expect(counted(shuffled)).toEqual(turn);

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

/** Each in a day of its own, on one of the two devices of the person. */
function counted(all: readonly Marked[]) {
  const columns = createMarkColumns();
  for (const [number, { person, mark, of, first, last, count }] of all.entries())
    columns.put(String(number), [[`${person}${number % 2}`, mark, of, first, last, count]]);
  const persons = createCodes();
  const personOf = Int32Array.from([0, ...columns.visitors.all().map((visitor) => persons.of(visitor.slice(0, 1)))]);
  const marks = { days: [...columns.days.values()], abouts: columns.abouts, persons, personOf };
  return toEnd(turnOf(marks, toEnd(peopleIn(marks))));
}

function toEnd<T>(work: Generator<void, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

test('who answered before they were reached has not answered to that', () => {
  const once = (mark: Mark, moment: number): Marked => ({
    ...{ person: 'a', mark, of: '', first: moment, last: moment, count: 1 },
  });
  const before = [once('answered', 1), once('reached', 2)];
  expect(counted(before).flows['engage-learn']).toBe(0);
  expect(counted([...before, once('clicked', 2)]).flows['engage-learn']).toBe(1);
});

test('of more different things than anybody has, the rest are one', () => {
  const many = Array.from(
    { length: 2_500 },
    (_, number): Marked => ({
      ...{ person: 'a', mark: 'reached', of: `slot:${number}`, first: 1, last: 1, count: 1 },
    }),
  );
  const { parts } = counted(many);
  expect(parts.length).toBe(2_001);
  expect(parts.find(({ of }) => of === '')?.count).toBe(500);
});
