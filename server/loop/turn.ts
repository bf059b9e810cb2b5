import { type Flow, flowNames, flows, type Mark, markNames, marks, type Process, processes } from './process.ts';

/** Of one person on one day: how often, and the first and last moment, ms since 1970. */
export interface Marked {
  person: string;
  mark: Mark;
  of: string;
  first: number;
  last: number;
  count: number;
}

/** Mark -> the first and the last moment of it in the period. */
export type PersonMarks = Partial<Record<Mark, readonly [first: number, last: number]>>;

export interface Part {
  mark: Mark;
  of: string;
  people: number;
  count: number;
}

/** How many people took part in what, in a period. */
export interface Turn {
  processes: Record<Process, number>;
  marks: Record<Mark, number>;
  flows: Record<Flow, number>;
  /** Those who were in all four. */
  around: number;
  /** Largest first. */
  parts: Part[];
}

export interface TurnCount {
  add(marked: Marked): void;
  people: ReadonlyMap<string, PersonMarks>;
  turn(): Turn;
}

export function countTurn(): TurnCount {
  const people = new Map<string, PersonMarks>();
  const parts = new Map<string, { mark: Mark; of: string; people: Set<string>; count: number }>();
  return {
    people,
    add: ({ person, mark, of, first, last, count }) => {
      const known = people.get(person) ?? {};
      const [earliest, latest] = known[mark] ?? [first, last];
      known[mark] = [Math.min(earliest, first), Math.max(latest, last)];
      people.set(person, known);
      const key = nameOf({ mark, of });
      const part = parts.get(key) ?? { mark, of, people: new Set(), count: 0 };
      part.people.add(person);
      part.count += count;
      parts.set(key, part);
    },
    turn: () => {
      const all = [...people.values()];
      const count = (holds: (one: PersonMarks) => boolean) => all.filter(holds).length;
      return {
        processes: record(processes, (process) => count((one) => isIn(one, process))),
        marks: record(markNames, (mark) => count((one) => one[mark] !== undefined)),
        flows: record(flowNames, (flow) => count((one) => goes(one, flow))),
        around: count((one) => processes.every((process) => isIn(one, process))),
        parts: [...parts.values()]
          .map(({ people, ...part }) => ({ ...part, people: people.size }))
          .sort((a, b) => b.people - a.people || b.count - a.count || (nameOf(a) < nameOf(b) ? -1 : 1)),
      };
    },
  };
}

const nameOf = ({ mark, of }: Pick<Part, 'mark' | 'of'>) => `${mark} ${of}`;

export function isIn(one: PersonMarks, process: Process): boolean {
  return markNames.some((mark) => marks[mark] === process && one[mark] !== undefined);
}

/** First the one, and the other at that moment or later. */
export function goes(one: PersonMarks, flow: Flow): boolean {
  const { from, to } = flows[flow];
  const begin = Math.min(...from.map((mark: Mark) => one[mark]?.[0] ?? Number.POSITIVE_INFINITY));
  const end = Math.max(...to.map((mark: Mark) => one[mark]?.[1] ?? Number.NEGATIVE_INFINITY));
  return begin <= end;
}

function record<K extends string>(keys: readonly K[], of: (key: K) => number): Record<K, number> {
  return Object.fromEntries(keys.map((key) => [key, of(key)])) as Record<K, number>;
}
