import type { Compared, Deed, Did, InOrder, Rule, Told } from '../../server/segments/rule.ts';
import { eventLabel } from '../events/event-label.ts';
import { messages } from '../language/current.ts';
import { formats } from '../session/session.ts';
import { evidenceWords } from '../visitor/evidence-words.ts';

/** What a rule needs of the shop to be said in words. */
export interface Wording {
  currency: string;
  /** Fields whose numbers are amounts in minor units. */
  isMoney(field: Compared['field']): boolean;
  segmentName(id: string): string;
}

/** A rule as a person says it, in the panel's language. */
export function sentence(rule: Rule, wording: Wording): string {
  const t = messages.value.segments;
  if ('all' in rule) return rule.all.length === 0 ? t.everyone : rule.all.map(part).join(t.and);
  if ('any' in rule) return rule.any.length === 0 ? t.nobody : rule.any.map(part).join(t.or);
  if ('not' in rule) return t.notThat(part(rule.not));
  if ('field' in rule) return compared(rule, wording);
  if ('did' in rule) return did(rule);
  if ('trait' in rule) return told(rule);
  if ('first' in rule) return inOrder(rule);
  return t.inSegment(wording.segmentName(rule.segment));

  function part(inner: Rule): string {
    const text = sentence(inner, wording);
    const isGroup = ('all' in inner && inner.all.length > 1) || ('any' in inner && inner.any.length > 1);
    return isGroup ? `(${text})` : text;
  }
}

function compared({ field, is, value }: Compared, { currency, isMoney }: Wording): string {
  const t = messages.value.segments;
  const { number, amounts } = formats.value;
  const groups: Readonly<Record<string, string>> = messages.value.groups.names;
  const text = (of: string) => (field === 'customer_group' ? (groups[of] ?? of) : of);
  const words = Array.isArray(value)
    ? value.map(text).join(', ')
    : typeof value === 'boolean'
      ? value
        ? t.yes
        : t.no
      : typeof value === 'string'
        ? `“${text(value)}”`
        : isMoney(field)
          ? amounts([{ amount: value, currency }], currency)
          : number(value);
  return `${t.fields[field]} ${t.comparisons[is]} ${words}`;
}

function told({ trait, is, value, by }: Told): string {
  const t = messages.value.segments;
  const { number } = formats.value;
  const words = Array.isArray(value) ? value.join(', ') : typeof value === 'number' ? number(value) : `“${value}”`;
  const whose = by === undefined ? [] : [t.toldBy(evidenceWords(by))];
  return [t.told(trait), t.comparisons[is], words, ...whose].join(' ');
}

function inOrder({ first, next }: InOrder): string {
  const t = messages.value.segments;
  const begin = [deed(first), ...(first.within === null ? [] : [t.inDays(first.within)])].join(' ');
  const links = next.map((link) => {
    const span = link.hours % 24 === 0 ? t.inOrder.days(link.hours / 24) : t.inOrder.hours(link.hours);
    return (link.not ? t.inOrder.sayNot : t.inOrder.say)(deed(link), span);
  });
  return [begin, ...links].join(', ');
}

function deed({ did: name, category }: Deed): string {
  return category === undefined
    ? eventLabel(name)
    : `${eventLabel(name)} ${messages.value.segments.ofCategory(category)}`;
}

function did({ is, times, within, ...what }: Did): string {
  const t = messages.value.segments;
  const often = is === '>=' && times === 1 ? [] : [`${t.counts[is]} ${t.timesOf(times)}`];
  return [`${deed(what)}:`, ...often, within === null ? t.ever : t.inDays(within)].join(' ');
}
