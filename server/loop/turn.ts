import type { Marks } from './mark-book.ts';
import type { MarkDay } from './mark-columns.ts';
import { type Flow, flowNames, flows, type Mark, markNames, marks, type Process, processes } from './process.ts';

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

/** Who took part, each with the first and last moment of each mark in the period. */
export interface TurnPeople {
  /** Their codes among the persons. */
  codes: readonly number[];
  /** Place among `codes`, by the code; -1 for who took no part. */
  placeOf: Int32Array;
  /** By place; ms since 1970, infinite where there is none. */
  first: Readonly<Record<Mark, Float64Array>>;
  last: Readonly<Record<Mark, Float64Array>>;
}

/** Rows that are looked at between two pauses: less than a millisecond. */
const together = 5_000;

/** Goes through the rows of some days whose person is listed; yields between some. */
export function* eachMark(
  { days, personOf }: Pick<Marks, 'days' | 'personOf'>,
  look: (person: number, about: number, row: number, day: MarkDay) => void,
): Generator<void, void> {
  let steps = 0;
  for (const day of days) {
    const { visitor, about } = day;
    for (let row = 0; row < visitor.length; row++) {
      if (++steps % together === 0) yield;
      const person = personOf[visitor[row] ?? 0] ?? 0;
      if (person > 0) look(person, about[row] ?? 0, row, day);
    }
  }
}

/** Yields between some rows. */
export function* peopleIn(found: Marks): Generator<void, TurnPeople> {
  const placeOf = new Int32Array(found.persons.size).fill(-1);
  const codes: number[] = [];
  yield* eachMark(found, (person) => {
    if (placeOf[person] === -1) placeOf[person] = codes.push(person) - 1;
  });
  const first = ofMarks(() => new Float64Array(codes.length).fill(Number.POSITIVE_INFINITY));
  const last = ofMarks(() => new Float64Array(codes.length).fill(Number.NEGATIVE_INFINITY));
  const byAbout = found.abouts.map(({ mark }) => ({ first: first[mark], last: last[mark] }));
  yield* eachMark(found, (person, about, row, day) => {
    const place = placeOf[person] ?? 0;
    const moments = byAbout[about];
    if (!moments) return;
    moments.first[place] = Math.min(moments.first[place] ?? 0, day.first[row] ?? 0);
    moments.last[place] = Math.max(moments.last[place] ?? 0, day.last[row] ?? 0);
  });
  return { codes, placeOf, first, last };
}

/** Yields between some rows and people. */
export function* turnOf(found: Marks, people: TurnPeople): Generator<void, Turn> {
  const turn: Turn = {
    processes: record(processes, () => 0),
    marks: ofMarks(() => 0),
    flows: record(flowNames, () => 0),
    around: 0,
    parts: [],
  };
  for (let place = 0; place < people.codes.length; place++) {
    if (place % together === 0) yield;
    for (const mark of markNames) if (has(people, place, mark)) turn.marks[mark]++;
    for (const process of processes) if (isIn(people, place, process)) turn.processes[process]++;
    for (const flow of flowNames) if (goes(people, place, flow)) turn.flows[flow]++;
    if (isAround(people, place)) turn.around++;
  }
  turn.parts = yield* partsOf(found, people);
  return turn;
}

function* partsOf(found: Marks, { codes, placeOf }: TurnPeople): Generator<void, Part[]> {
  const parts = found.abouts.map(({ mark, of }) => ({ mark, of, people: 0, count: 0 }));
  /** Who was counted already: a bit a person. */
  const counted = parts.map(() => new Uint8Array((codes.length >> 3) + 1));
  yield* eachMark(found, (person, about, row, day) => {
    const [part, bits] = [parts[about], counted[about]];
    if (!part || !bits) return;
    part.count += day.count[row] ?? 0;
    const place = placeOf[person] ?? 0;
    const bit = 1 << (place & 7);
    const byte = bits[place >> 3] ?? 0;
    if ((byte & bit) !== 0) return;
    bits[place >> 3] = byte | bit;
    part.people++;
  });
  return parts
    .filter(({ people }) => people > 0)
    .sort((a, b) => b.people - a.people || b.count - a.count || (nameOf(a) < nameOf(b) ? -1 : 1));
}

const nameOf = ({ mark, of }: Pick<Part, 'mark' | 'of'>) => `${mark} ${of}`;

export function has({ last }: TurnPeople, place: number, mark: Mark): boolean {
  return (last[mark][place] ?? Number.NEGATIVE_INFINITY) > Number.NEGATIVE_INFINITY;
}

export function isIn(people: TurnPeople, place: number, process: Process): boolean {
  return markNames.some((mark) => marks[mark] === process && has(people, place, mark));
}

export function isAround(people: TurnPeople, place: number): boolean {
  return processes.every((process) => isIn(people, place, process));
}

/** First the one, and the other at that moment or later. */
export function goes({ first, last }: TurnPeople, place: number, flow: Flow): boolean {
  const { from, to }: { from: readonly Mark[]; to: readonly Mark[] } = flows[flow];
  return from.some((one) => to.some((other) => (first[one][place] ?? 0) <= (last[other][place] ?? 0)));
}

/** When any of it was last; ms since 1970. */
export function lastOf({ last }: TurnPeople, place: number): number {
  return markNames.reduce((latest, mark) => Math.max(latest, last[mark][place] ?? 0), 0);
}

function ofMarks<T>(of: (mark: Mark) => T): Record<Mark, T> {
  return record(markNames, of);
}

function record<K extends string, T>(keys: readonly K[], of: (key: K) => T): Record<K, T> {
  return Object.fromEntries(keys.map((key) => [key, of(key)])) as Record<K, T>;
}
