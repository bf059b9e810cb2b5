import { minorUnits } from '../money.ts';
import { isStep } from '../profiles/steps.ts';
import { type FieldName, fields } from './fields.ts';
import {
  type Comparison,
  comparisons,
  type Did,
  type InOrder,
  type Link,
  longestWindow,
  misfit,
  misfitTold,
  mostLinks,
  type Rule,
  sourceName,
  type Told,
  traitName,
} from './rule.ts';
import { reserved } from './to-text.ts';
import { type Token, tokensOf } from './tokens.ts';
import { numberIn } from './told.ts';
import { verbs } from './verbs.ts';

/** Where a line stops being a rule. */
export interface Misread {
  /** Place in the line. */
  at: number;
  /** `unknown-field`: of a word where a field or verb should be; `value`: of a value that does not fit; else what was expected. */
  expected: 'condition' | 'comparison' | 'value' | 'closing' | 'end' | 'event' | 'number' | 'days' | 'span' | 'source';
  /** What stands there. */
  found: string;
}

/**
 * Reads one line: `country = UA and orders >= 2 and not viewed in 30d`. `or` binds weaker than `and`, `not` strongest;
 * money is in major units of the shop's currency.
 */
export function parseRule(line: string, currency: string): { rule: Rule } | { misread: Misread } {
  const tokens = tokensOf(line);
  let place = 0;
  const peek = (): Token => tokens[place] ?? { kind: 'end', text: '', at: line.length };
  const take = (): Token => {
    const token = peek();
    place++;
    return token;
  };
  const is = (word: string): boolean => peek().kind !== 'text' && peek().text.toLowerCase() === word;
  const eat = (word: string): boolean => {
    if (!is(word)) return false;
    place++;
    return true;
  };

  function anyOf(): Rule {
    const parts = [allOf()];
    while (eat('or')) parts.push(allOf());
    return parts.length === 1 && parts[0] ? parts[0] : { any: parts };
  }

  function allOf(): Rule {
    const parts = [one()];
    while (eat('and')) parts.push(one());
    return parts.length === 1 && parts[0] ? parts[0] : { all: parts };
  }

  function one(): Rule {
    if (eat('not')) return { not: one() };
    if (eat('(')) {
      const rule = anyOf();
      if (!eat(')')) throw misread('closing');
      return rule;
    }
    if (eat('everyone')) return { all: [] };
    if (eat('nobody')) return { any: [] };
    if (eat('segment')) return { segment: value() };
    if (eat('trait')) return told();
    const name = eventName();
    if (name === null) return compared();
    const first = did(name);
    return is('then') ? inOrder(first) : first;
  }

  function compared(): Rule {
    const field = peek().text.toLowerCase();
    if (peek().kind !== 'word' || !isField(field)) throw misread('condition');
    place++;
    const sign = comparisons.find((comparison) => is(comparison));
    if (!sign) throw misread('comparison');
    place++;
    const at = peek();
    const condition = { field, is: sign, value: valueFor(field, sign) };
    if (misfit(condition)) throw misread('value', at);
    return condition;
  }

  function told(): Told {
    const name = peek();
    const trait = value();
    if (!traitName.test(trait)) throw misread('condition', name);
    const sign = comparisons.find((comparison) => is(comparison));
    if (!sign) throw misread('comparison');
    place++;
    const at = peek();
    const number = at.kind === 'word' ? numberIn(at.text) : null;
    const condition = { trait, is: sign, value: sign === 'in' ? list() : number === null ? value() : number };
    if (number !== null && sign !== 'in') place++;
    if (misfitTold(condition)) throw misread('value', at);
    return eat('told') ? { ...condition, by: source() } : condition;
  }

  function source(): string {
    if (!eat('by')) throw misread('source');
    const at = peek();
    const named = value();
    return sourceName.test(named) ? named : fail('source', at);
  }

  function valueFor(field: FieldName, sign: Comparison): number | string | boolean | string[] {
    if (sign === 'in') return list();
    const at = peek();
    const { kind } = fields[field];
    switch (kind) {
      case 'text':
      case 'texts':
        return value();
      case 'flag':
        if (eat('yes')) return true;
        return eat('no') ? false : fail('value');
      case 'money':
        return minorUnits(take().text, currency) ?? fail('number', at);
      case 'number':
      case 'days':
        return number();
      default:
        return kind satisfies never;
    }
  }

  /** Of a verb, or of "did its_name"; null where neither stands. */
  function eventName(): string | null {
    if (eat('did')) return peek().kind === 'word' ? take().text : fail('event');
    const token = peek();
    const verb = Object.entries(verbs).find(([word]) => word === token.text.toLowerCase());
    if (token.kind !== 'word' || !verb) return null;
    place++;
    return verb[1];
  }

  function inOrder({ did: name, is: sign, times, within, category }: Did): InOrder {
    // How often the first thing happened is no part of an order.
    if (sign !== '>=' || times !== 1) throw misread('end');
    if (!isStep(name)) throw misread('event');
    const first = { did: name, ...(category === undefined ? {} : { category }), within };
    const next: Link[] = [];
    while (next.length < mostLinks && eat('then')) {
      const isNot = eat('not');
      const link = { did: eventName() ?? fail('event'), ...categoryNext() };
      if (!isStep(link.did)) throw misread('event');
      if (!eat('in')) throw misread('span');
      next.push({ ...link, hours: span(), ...(isNot ? { not: true as const } : {}) });
    }
    return { first, next };
  }

  function categoryNext(): { category?: string } {
    const token = peek();
    const isText = token.kind === 'text' || (token.kind === 'word' && !reserved.has(token.text.toLowerCase()));
    return isText ? { category: take().text } : {};
  }

  /** In hours. */
  function span(): number {
    const at = peek();
    const [, number = '', unit = ''] = /^(\d+)([dh])$/i.exec(take().text) ?? [];
    const hours = Number(number) * (unit.toLowerCase() === 'd' ? 24 : 1);
    return hours >= 1 && hours <= 24 * longestWindow ? hours : fail('span', at);
  }

  function did(name: string): Did {
    const wants = { did: name, is: '>=', times: 1, within: null } as Did;
    Object.assign(wants, categoryNext());
    const sign = (['>=', '<=', '='] as const).find((comparison) => eat(comparison));
    if (sign) {
      wants.is = sign;
      wants.times = number();
      eat('times');
    }
    const at = peek();
    if (eat('in')) {
      const [, days] = /^(\d+)d$/i.exec(take().text) ?? [];
      if (days === undefined || Number(days) < 1 || Number(days) > longestWindow) throw misread('days', at);
      wants.within = Number(days);
    }
    // Of an order the moments are kept, of what happened by itself the days.
    if (wants.category !== undefined && wants.within === null && !is('then')) throw misread('days', at);
    return wants;
  }

  function list(): string[] {
    if (!eat('(')) throw misread('value');
    const values = [value()];
    while (eat(',')) values.push(value());
    if (!eat(')')) throw misread('closing');
    return values;
  }

  function value(): string {
    const token = peek();
    if (token.kind === 'sign' || token.kind === 'end' || token.text === '') throw misread('value');
    return take().text;
  }

  function number(): number {
    const at = peek();
    const found = Number(take().text);
    return at.text !== '' && Number.isFinite(found) ? found : fail('number', at);
  }

  function misread(expected: Misread['expected'], { at, text }: Token = peek()): Stopped {
    return new Stopped({ at, expected, found: text });
  }

  function fail(expected: Misread['expected'], token?: Token): never {
    throw misread(expected, token);
  }

  try {
    const rule = anyOf();
    if (peek().kind !== 'end') throw misread('end');
    return { rule };
  } catch (stopped) {
    if (stopped instanceof Stopped) return { misread: stopped.misread };
    throw stopped;
  }
}

/** Ends the reading from any depth. */
class Stopped extends Error {
  readonly misread: Misread;
  constructor(misread: Misread) {
    super(misread.expected);
    this.misread = misread;
  }
}

function isField(word: string): word is FieldName {
  return Object.hasOwn(fields, word);
}
