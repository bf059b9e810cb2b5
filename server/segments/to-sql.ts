import { day } from '../profiles/profile.ts';
import type { SqlValue, Statement } from '../store/store.ts';
import { columnOf } from './column-of.ts';
import { fields } from './fields.ts';
import { fromDay, hour, type RuleBook } from './matches.ts';
import type { Compared, Deed, Did, InOrder, Link, Rule, Told } from './rule.ts';

const oneDay = '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]';
/** Days: more than a clock may run ahead. */
const far = 100_000;

/**
 * A rule as a condition on a row `a` of `audience`: true for the people of whom `matches` is. Every part is 0 or 1,
 * never NULL, so that `NOT` means what it says.
 */
export function toSql(rule: Rule, now: number, book: RuleBook): Statement {
  const params: SqlValue[] = [];
  const bind = (value: SqlValue) => {
    params.push(value);
    return '?';
  };

  function condition(part: Rule): string {
    if ('all' in part) return joined(part.all, 'AND', '1');
    if ('any' in part) return joined(part.any, 'OR', '0');
    if ('not' in part) return `NOT ${condition(part.not)}`;
    if ('field' in part) return compared(part);
    if ('did' in part) return did(part);
    if ('trait' in part) return told(part);
    if ('first' in part) return inOrder(part);
    const other = book.get(part.segment);
    return other === undefined ? '0' : condition(other);
  }

  function joined(parts: readonly Rule[], word: 'AND' | 'OR', empty: string): string {
    return parts.length === 0 ? empty : `(${parts.map(condition).join(` ${word} `)})`;
  }

  function compared(part: Compared): string {
    if (part.is === '!=') return `NOT ${compared({ ...part, is: '=' })}`;
    const { kind, fact } = fields[part.field];
    const column = `a.${columnOf(fact)}`;
    if (kind === 'texts' || kind === 'text') {
      const values = Array.isArray(part.value) ? part.value : [String(part.value)];
      const one = kind === 'text' ? column : 'value';
      const tests = values
        .map((value) => bind(value.toLowerCase()))
        .map((place) => (part.is === 'contains' ? `instr(${one}, ${place}) > 0` : `${one} = ${place}`));
      const test = `(${tests.join(' OR ')})`;
      return kind === 'text' ? `coalesce(${test}, 0)` : `EXISTS (SELECT 1 FROM json_each(${column}) WHERE ${test})`;
    }
    if (kind === 'flag') return `${column} = ${bind(part.value === true ? 1 : 0)}`;
    const number = kind === 'days' ? wholeDays(column) : column;
    return `coalesce(${number} ${part.is} ${bind(Number(part.value))}, 0)`;
  }

  /** SQLite rounds a division of integers towards zero; a moment ahead of `now` is less than no days ago. */
  function wholeDays(column: string): string {
    return `((${now + far * day} - ${column}) / ${day} - ${far})`;
  }

  function told(part: Told): string {
    const { trait, is, value, by } = part;
    if (is === '!=') return `NOT ${told({ ...part, is: '=' })}`;
    const whose = `t.bucket = a.bucket AND t.person = a.person AND t.trait = ${bind(trait)}`;
    const of = by === undefined ? whose : `${whose} AND t.source = ${bind(by)}`;
    const holds = (test: string) => `EXISTS (SELECT 1 FROM audience_traits AS t WHERE ${of} AND ${test})`;
    if (typeof value === 'number') return holds(`t.number ${is} ${bind(value)}`);
    const places = (Array.isArray(value) ? value : [value]).map((text) => bind(text.toLowerCase()));
    if (is === 'contains') return holds(`instr(t.value, ${places[0]}) > 0`);
    if (is === '=' || is === 'in') return holds(`t.value IN (${places.join(', ')})`);
    return holds(`t.value GLOB '${oneDay}' AND t.value ${is} ${places[0]}`);
  }

  /** A step that came first, for which there is one after it, and so on. */
  function inOrder({ first, next }: InOrder): string {
    const from = fromDay(first.within, now);
    return step('s', first, () => `${from === null ? '1' : `s.at >= ${from * day}`} AND ${follows('s', next)}`);
  }

  function follows(after: string, [link, ...rest]: readonly Link[]): string {
    if (!link) return '1';
    const row = `s${rest.length}`;
    const until = `${after}.at + ${link.hours * hour}`;
    const between = `${row}.at > ${after}.at AND ${row}.at <= ${until}`;
    if (!link.not) return step(row, link, () => `${between} AND ${follows(row, rest)}`);
    return `${until} <= ${now} AND NOT ${step(row, link, () => between)} AND ${follows(after, rest)}`;
  }

  /** `holds`: what is asked of the row; values are bound in the order in which they are read. */
  function step(row: string, { did: name, category }: Deed, holds: () => string): string {
    const act = `${row}.bucket = a.bucket AND ${row}.person = a.person AND ${row}.act = ${bind(name)}`;
    const of = category === undefined ? '' : ` AND ${row}.category = ${bind(category)}`;
    return `EXISTS (SELECT 1 FROM audience_steps AS ${row} WHERE ${act}${of} AND ${holds()})`;
  }

  function did({ did: name, is, times, within, category }: Did): string {
    const act = bind(category === undefined ? name : `${name} ${category}`);
    const from = fromDay(within, now);
    const days = from === null ? 'd.day = -1' : `d.day >= ${bind(Math.max(0, from))}`;
    const count =
      'SELECT coalesce(sum(d.count), 0) FROM audience_acts AS d ' +
      `WHERE d.bucket = a.bucket AND d.person = a.person AND d.act = ${act} AND ${days}`;
    return `((${count}) ${is} ${bind(times)})`;
  }

  return { sql: condition(rule), params };
}
