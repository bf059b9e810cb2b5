import { day } from '../../profiles/profile.ts';
import type { Subject } from '../facts.ts';
import { type FieldName, fieldNames, fields } from '../fields.ts';
import type { Compared, Did, Told } from '../rule.ts';
import { numberIn } from '../told.ts';

/** A condition that some examples have in common, and the kind of question that it is: thresholds of one field are one kind. */
export interface Candidate {
  kind: string;
  rule: Compared | Did | Told | { not: Did };
}

/** Someone as the learner sees them. */
export interface Person {
  subject: Subject;
  /** `<event>` or `<event> <category>`, whatever was done lately. */
  acts: readonly string[];
  /** Names under which something was said of them. */
  traits: readonly string[];
}

const windows = [7, 30, 90];
const often = [1, 2, 3, 5, 10];
/** Places among the examples' sorted values at which a threshold may lie: it need not hold of all of them. */
const places = [0, 0.1, 0.25];
const mostValues = 12;
/** By the day on which each came first, nobody means a group of people. */
const unsaid: ReadonlySet<FieldName> = new Set(['days_since_first_visit']);

/** Conditions that may be what these people have in common; texts and numbers come from the people themselves. */
export function candidatesOf(examples: readonly Person[], now: number): Candidate[] {
  const ofFields = fieldNames.filter((name) => !unsaid.has(name)).flatMap((name) => ofField(name, examples, now));
  const acts = common(examples.map(({ acts }) => acts));
  const traits = common(examples.map(({ traits }) => traits));
  return [
    ...ofFields,
    ...acts.flatMap((act) => ofAct(act)),
    ...undone(acts),
    ...traits.flatMap((trait) => ofTrait(trait, examples)),
  ];
}

function ofField(field: FieldName, examples: readonly Person[], now: number): Candidate[] {
  const { kind, fact } = fields[field];
  const known = examples.map(({ subject }) => subject.facts[fact]);
  const condition = (rule: Omit<Compared, 'field'>): Candidate => ({ kind: field, rule: { field, ...rule } });
  switch (kind) {
    case 'flag':
      return [true, false].map((value) => condition({ is: '=', value }));
    case 'text':
    case 'texts': {
      const values = common(
        known.map((value) => (Array.isArray(value) ? value : value === null ? [] : [String(value)])),
      );
      const two = kind === 'text' && values.length > 1 ? [condition({ is: 'in', value: values.slice(0, 2) })] : [];
      return [...values.map((value) => condition({ is: '=', value })), ...two];
    }
    case 'number':
    case 'money':
    case 'days': {
      const numbers = known.flatMap((value) => (value === null ? [] : [Number(value)]));
      const sizes = kind === 'days' ? numbers.map((at) => Math.floor((now - at) / day)) : numbers;
      return thresholds(sizes).map((rule) => condition(rule));
    }
    default:
      return kind satisfies never;
  }
}

/** At least, and at most, of round numbers just outside of what the examples have. */
function thresholds(numbers: readonly number[]): { is: '>=' | '<='; value: number }[] {
  const sorted = [...numbers].sort((a, b) => a - b);
  const found = places.flatMap((place) => {
    const low = sorted[Math.floor(place * sorted.length)];
    const high = sorted[sorted.length - 1 - Math.floor(place * sorted.length)];
    return [
      ...(low === undefined ? [] : [{ is: '>=' as const, value: roundNumber(low, Math.floor) }]),
      ...(high === undefined ? [] : [{ is: '<=' as const, value: roundNumber(high, Math.ceil) }]),
    ];
  });
  return [...new Map(found.map((one) => [`${one.is} ${one.value}`, one])).values()];
}

/** To two digits at most, the second of them 0 or 5; whole numbers up to twenty stay. */
export function roundNumber(value: number, towards: (value: number) => number): number {
  if (Number.isInteger(value) && Math.abs(value) <= 20) return value;
  const unit = 10 ** Math.floor(Math.log10(Math.abs(value))) / 2;
  return unit >= 1 ? towards(value / unit) * unit : Number((towards(value / unit) * unit).toPrecision(2));
}

function ofAct(act: string): Candidate[] {
  const space = act.indexOf(' ');
  const did = space < 0 ? act : act.slice(0, space);
  const category = space < 0 ? {} : { category: act.slice(space + 1) };
  return windows.flatMap((within) =>
    often.map((times): Candidate => ({ kind: `did ${act}`, rule: { did, is: '>=', times, within, ...category } })),
  );
}

/** What none of them has done lately is in common, too. */
function undone(acts: readonly string[]): Candidate[] {
  return ['purchase', 'add_to_cart', 'view_item', 'page_view', 'search']
    .filter((did) => did === 'purchase' || acts.includes(did))
    .flatMap((did) =>
      windows.map((within): Candidate => ({ kind: `did ${did}`, rule: { not: { did, is: '>=', times: 1, within } } })),
    );
}

function ofTrait(trait: string, examples: readonly Person[]): Candidate[] {
  const told = examples.map(({ subject }) => subject.told(trait));
  const numbers = told.flat().flatMap((text) => numberIn(text) ?? []);
  return [
    ...common(told).map((value): Candidate => ({ kind: `trait ${trait}`, rule: { trait, is: '=', value } })),
    ...thresholds(numbers).map((rule): Candidate => ({ kind: `trait ${trait}`, rule: { trait, ...rule } })),
  ];
}

/** What several of them have, the most common first. */
function common(all: readonly (readonly string[])[]): string[] {
  const counts = new Map<string, number>();
  for (const some of all) for (const value of new Set(some)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count > 1)
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, mostValues)
    .map(([value]) => value);
}
