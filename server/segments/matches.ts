import { day } from '../profiles/profile.ts';
import { compare } from '../text-order.ts';
import type { Facts, Subject } from './facts.ts';
import { fields } from './fields.ts';
import type { Compared, Comparison, Did, InOrder, Rule, Told } from './rule.ts';
import { isDay, numberIn } from './told.ts';

/** Segment id -> its rule; what a rule names and is not here has no members. */
export type RuleBook = ReadonlyMap<string, Rule>;

/** Whether a person is in a segment at `now` (ms). Nothing waits for a job: windows slide as they are asked. */
export function matches(rule: Rule, subject: Subject, now: number, book: RuleBook): boolean {
  if ('all' in rule) return rule.all.every((part) => matches(part, subject, now, book));
  if ('any' in rule) return rule.any.some((part) => matches(part, subject, now, book));
  if ('not' in rule) return !matches(rule.not, subject, now, book);
  if ('field' in rule) return compares(rule, subject.facts, now);
  if ('did' in rule) return holds(rule, subject.times(rule.did, rule.category, fromDay(rule.within, now)));
  if ('trait' in rule) return isTold(rule, subject.told(rule.trait, rule.by));
  if ('first' in rule) return cameInOrder(rule, subject, now);
  const other = book.get(rule.segment);
  return other !== undefined && matches(other, subject, now, book);
}

/** The first of the last days, today among them. */
export function fromDay(within: number | null, now: number): number | null {
  return within === null ? null : Math.floor(now / day) - within + 1;
}

function holds({ is, times }: Did, count: number): boolean {
  switch (is) {
    case '>=':
      return count >= times;
    case '<=':
      return count <= times;
    case '=':
      return count === times;
    default:
      return is satisfies never;
  }
}

export const hour = 3_600_000;

function cameInOrder({ first, next }: InOrder, subject: Subject, now: number): boolean {
  const from = (fromDay(first.within, now) ?? 0) * day;
  const follows = (at: number, place: number): boolean => {
    const link = next[place];
    if (!link) return true;
    const until = at + link.hours * hour;
    const came = subject.moments(link.did, link.category).filter((moment) => moment > at && moment <= until);
    if (link.not) return now >= until && came.length === 0 && follows(at, place + 1);
    return came.some((moment) => follows(moment, place + 1));
  };
  return subject.moments(first.did, first.category).some((at) => at >= from && follows(at, 0));
}

/** What is not known equals nothing, and is neither more nor less than anything. */
function compares(condition: Compared, facts: Facts, now: number): boolean {
  const { is, value } = condition;
  if (is === '!=') return !compares({ ...condition, is: '=' }, facts, now);
  const { kind, fact } = fields[condition.field];
  const known = facts[fact];
  if (known === null) return false;
  if (kind === 'texts' || kind === 'text') {
    const texts = Array.isArray(known) ? known : [String(known)];
    const asked = (Array.isArray(value) ? value : [String(value)]).map((text) => text.toLowerCase());
    return texts.some((text) => asked.some((part) => (is === 'contains' ? text.includes(part) : text === part)));
  }
  if (kind === 'flag') return known === value;
  const number = kind === 'days' ? Math.floor((now - Number(known)) / day) : Number(known);
  return stands(number, is, Number(value));
}

function isTold(condition: Told, texts: readonly string[]): boolean {
  const { is, value } = condition;
  if (is === '!=') return !isTold({ ...condition, is: '=' }, texts);
  if (typeof value === 'number')
    return texts.some((text) => {
      const number = numberIn(text);
      return number !== null && stands(number, is, value);
    });
  const asked = (Array.isArray(value) ? value : [value]).map((text) => text.toLowerCase());
  return texts.some((text) =>
    asked.some((part) => {
      if (is === 'contains') return text.includes(part);
      if (is === '=' || is === 'in') return text === part;
      return isDay(text) && stands(compare(text, part), is, 0);
    }),
  );
}

function stands(number: number, is: Comparison, value: number): boolean {
  switch (is) {
    case '=':
      return number === value;
    case '!=':
      return number !== value;
    case '<':
      return number < value;
    case '<=':
      return number <= value;
    case '>':
      return number > value;
    case '>=':
      return number >= value;
    case 'contains':
    case 'in':
      return false;
    default:
      return is satisfies never;
  }
}
