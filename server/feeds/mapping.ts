import { Refused } from '../refused.ts';

/** Our fields of a product, as a feed may name them and as a mapping does. */
export const feedFields = [
  'item_id',
  'item_name',
  'item_category',
  'item_brand',
  'price',
  'currency',
  'cost',
  'url',
  'image',
  'availability',
  'added',
] as const;

type Field = (typeof feedFields)[number];

/** Our field -> the column of the feed that has it. */
export type Mapping = Partial<Record<Field, string>>;

/** `price=Preis`. Throws `Refused` where it is not so. */
export function readMapping(words: readonly string[]): Mapping {
  const mapping: Mapping = {};
  for (const word of words) {
    const at = word.indexOf('=');
    const field = feedFields.find((name) => name === word.slice(0, at).trim());
    const column = word.slice(at + 1).trim();
    if (at < 0 || !field || column === '')
      throw new Refused('map', `"${word}" is not FIELD=COLUMN; the fields are ${feedFields.join(', ')}`);
    mapping[field] = column;
  }
  return mapping;
}

/** A mapping that was kept as JSON. */
export function parseMapping(text: string): Mapping {
  return readMapping(Object.entries(JSON.parse(text) as Mapping).map(([field, column]) => `${field}=${column}`));
}

/** The row with our names for its columns. */
export function mapped(row: Record<string, string>, mapping: Mapping): Record<string, string> {
  const renamed = { ...row };
  for (const [field, column] of Object.entries(mapping)) renamed[field] = row[column] ?? '';
  return renamed;
}
