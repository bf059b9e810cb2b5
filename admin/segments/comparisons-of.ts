import type { FieldKind } from '../../server/segments/fields.ts';
import type { Compared, Comparison } from '../../server/segments/rule.ts';

const numbers = ['>=', '<=', '=', '!=', '>', '<'] as const;
const texts = ['=', '!=', 'contains', 'in'] as const;

/** The first is what one begins with. */
export const comparisonsOf: Record<FieldKind, readonly Comparison[]> = {
  number: numbers,
  days: numbers,
  money: numbers,
  text: texts,
  texts,
  flag: ['=', '!='],
};

/** A list where one of several is asked for, one text elsewhere. */
export function fitted<V extends Compared['value']>(value: V, is: Comparison): V | string | string[] {
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (is !== 'in') return Array.isArray(value) ? value.join(', ') : value || '…';
  const parts = (Array.isArray(value) ? value : String(value).split(',')).map((text) => text.trim()).filter(Boolean);
  return parts.length > 0 ? parts : ['…'];
}
