import type { CountKind } from './counts.ts';
import { type OrderSides, type Trust, trustOf } from './trust.ts';

/** How a shop's data is, over the last seven days in UTC. */
export interface DoctorReport {
  /** `2026-11-22`, oldest first. */
  days: string[];
  trust: Trust;
  /** Kept events by name, most first; `days` as above. */
  events: { name: string; count: number; days: number[] }[];
  /** What is wrong, most first. */
  problems: DataProblem[];
  /** Requests by who made them, if no person. */
  robots: { kind: string; count: number; days: number[] }[];
  /** Page views by the build of the snippet that sent them, most first. */
  snippets: { version: string; count: number; days: number[] }[];
  /** Page views by what their visitors allow; `unknown` where nobody has said. */
  consent: { unknown: number; refused: number; statistics: number; personalisation: number };
  duplicates: { events: number; orders: number };
  /** Numbers of the sequences of pages that have ended. */
  sequence: { expected: number; arrived: number };
  orders: OrderSides;
}

export interface DataProblem {
  /** `refused.amount`, `untold.whom`, `turned-away.wrong-origin`, `shortcoming.no-price`, `twice`, `lost`, `orders-browser`, `orders-server`. */
  code: string;
  count: number;
  /** The newest one: what, and where. */
  example: string | null;
  /** ms since 1970; null where it is not one moment. */
  last: number | null;
}

/** A row of `door_counts`. */
export interface CountRow {
  day: number;
  kind: CountKind;
  name: string;
  count: number;
  example: string | null;
  last: number;
}

export const reportDays = 7;
const dayLength = 86_400_000;
const productEvents = ['view_item', 'add_to_cart', 'remove_from_cart', 'purchase'];
/** Below this share nobody need be troubled. */
const worthTelling = 0.01;

/** `rows` of the last seven days. `now` in ms. */
export function reportOf(rows: readonly CountRow[], orders: OrderSides, now: number): DoctorReport {
  const today = Math.floor(now / dayLength);
  const first = today - reportDays + 1;
  const of = (kind: CountKind) => rows.filter((row) => row.kind === kind);
  const count = (kind: CountKind, name?: string) =>
    sum(of(kind).filter((row) => name === undefined || row.name === name));
  const listed = (kind: CountKind) =>
    names(of(kind)).map((name) => {
      const own = of(kind).filter((row) => row.name === name);
      const days = Array.from({ length: reportDays }, (_, place) =>
        sum(own.filter(({ day }) => day === first + place)),
      );
      return { name, count: sum(own), days };
    });
  const sequence = { expected: count('sequence', 'expected'), arrived: count('sequence', 'arrived') };
  const trust = trustOf({
    kept: count('event'),
    refused: count('refused'),
    ...sequence,
    aboutProducts: productEvents.reduce((total, name) => total + count('event', name), 0),
    shortcomings: count('shortcoming'),
    views: count('consent'),
    viewsTwice: count('twice'),
    orders,
  });
  return {
    days: Array.from({ length: reportDays }, (_, place) =>
      new Date((first + place) * dayLength).toISOString().slice(0, 10),
    ),
    trust,
    events: listed('event').sort(byCount),
    problems: [
      ...grouped(of('turned-away'), 'turned-away', (name) => name.split(' ')),
      ...grouped(of('refused'), 'refused', (name) => [name]),
      ...grouped(of('untold'), 'untold', (name) => [name]),
      ...grouped(of('shortcoming'), 'shortcoming', (name) => [name]),
      ...grouped(of('twice'), 'twice', () => []),
      ...computed('lost', sequence.expected - sequence.arrived, sequence.expected),
      ...ordersApart(orders),
    ].sort(byCount),
    robots: listed('robot')
      .map(({ name, ...rest }) => ({ kind: name, ...rest }))
      .sort(byCount),
    snippets: listed('snippet')
      .map(({ name, ...rest }) => ({ version: name, ...rest }))
      .sort(byCount),
    consent: {
      unknown: count('consent', 'unknown'),
      refused: count('consent', 'refused'),
      statistics: count('consent', 'statistics'),
      personalisation: count('consent', 'personalisation'),
    },
    duplicates: { events: count('duplicate') - count('duplicate', 'purchase'), orders: count('duplicate', 'purchase') },
    sequence,
    orders,
  };
}

/** One problem a code; a name may say after its code where it was. */
function grouped(rows: readonly CountRow[], kind: string, split: (name: string) => string[]): DataProblem[] {
  const problems = new Map<string, DataProblem & { last: number }>();
  for (const { name, count, example, last } of rows) {
    const [code, where] = split(name);
    const full = code === undefined ? kind : `${kind}.${code}`;
    const known = problems.get(full) ?? { code: full, count: 0, example: null, last: 0 };
    known.count += count;
    if (last >= known.last) Object.assign(known, { last, example: where ?? example });
    problems.set(full, known);
  }
  return [...problems.values()];
}

function computed(code: string, count: number, of: number): DataProblem[] {
  return count > 0 && count / of >= worthTelling ? [{ code, count, example: null, last: null }] : [];
}

function ordersApart({ both, browserOnly, serverOnly }: OrderSides): DataProblem[] {
  if (both + serverOnly === 0) return [];
  const all = both + browserOnly + serverOnly;
  return [...computed('orders-browser', browserOnly, all), ...computed('orders-server', serverOnly, all)];
}

const sum = (rows: readonly { count: number }[]) => rows.reduce((total, { count }) => total + count, 0);
const names = (rows: readonly CountRow[]) => [...new Set(rows.map(({ name }) => name))];
const byCount = (a: { count: number }, b: { count: number }) => b.count - a.count;
