import { decimalOf } from '../money.ts';
import { fields } from './fields.ts';
import type { Compared, Deed, Did, InOrder, Rule, Told } from './rule.ts';
import { numberIn } from './told.ts';
import { verbs } from './verbs.ts';

/** A rule as one line that `parseRule` reads again: `country = ua and orders >= 2 and not viewed in 30d`. */
export function toText(rule: Rule, currency: string): string {
  if ('all' in rule) return rule.all.length === 0 ? 'everyone' : rule.all.map(inner).join(' and ');
  if ('any' in rule) return rule.any.length === 0 ? 'nobody' : rule.any.map(inner).join(' or ');
  if ('not' in rule) return `not ${inner(rule.not)}`;
  if ('field' in rule) return compared(rule);
  if ('did' in rule) return did(rule);
  if ('trait' in rule) return told(rule);
  if ('first' in rule) return inOrder(rule);
  return `segment ${quoted(rule.segment)}`;

  function inner(part: Rule): string {
    const text = toText(part, currency);
    const isGroup = ('all' in part && part.all.length > 0) || ('any' in part && part.any.length > 0);
    return isGroup ? `(${text})` : text;
  }

  function compared({ field, is, value }: Compared): string {
    if (Array.isArray(value)) return `${field} in (${value.map(quoted).join(', ')})`;
    if (typeof value === 'boolean') return `${field} ${is} ${value ? 'yes' : 'no'}`;
    if (typeof value === 'string') return `${field} ${is} ${quoted(value)}`;
    const isMoney = fields[field].kind === 'money';
    return `${field} ${is} ${isMoney ? decimalOf({ amount: value, currency }) : value}`;
  }
}

/** A text of digits stands in quotes: without them it is a number. */
function told({ trait, is, value, by }: Told): string {
  const said = (text: string) => (numberIn(text) === null ? quoted(text) : `"${text}"`);
  const values = Array.isArray(value)
    ? `(${value.map(said).join(', ')})`
    : typeof value === 'string'
      ? said(value)
      : value;
  return `trait ${quoted(trait)} ${is} ${values}${by === undefined ? '' : ` told by ${quoted(by)}`}`;
}

function did({ did: name, is, times, within, category }: Did): string {
  return [
    deed({ did: name, category }),
    ...(is === '>=' && times === 1 ? [] : [`${is} ${times} times`]),
    ...(within === null ? [] : [`in ${within}d`]),
  ].join(' ');
}

function inOrder({ first, next }: InOrder): string {
  const begin = first.within === null ? deed(first) : `${deed(first)} in ${first.within}d`;
  const links = next.map((link) => `then ${link.not ? 'not ' : ''}${deed(link)} in ${spanOf(link.hours)}`);
  return [begin, ...links].join(' ');
}

function spanOf(hours: number): string {
  return hours % 24 === 0 ? `${hours / 24}d` : `${hours}h`;
}

function deed({ did: name, category }: Deed): string {
  const verb = Object.entries(verbs).find(([, event]) => event === name)?.[0] ?? `did ${name}`;
  return category === undefined ? verb : `${verb} ${quoted(category)}`;
}

function quoted(text: string): string {
  return /^[\p{L}\p{N}_][\p{L}\p{N}_.-]*$/u.test(text) && !reserved.has(text)
    ? text
    : `"${text.replace(/[\\"]/g, '\\$&')}"`;
}

/** A value of these letters would be read as a word of the language. */
export const reserved: ReadonlySet<string> = new Set([
  ...[
    'and',
    'or',
    'not',
    'in',
    'times',
    'contains',
    'everyone',
    'nobody',
    'segment',
    'did',
    'trait',
    'told',
    'then',
    'yes',
    'no',
  ],
  ...Object.keys(verbs),
]);
