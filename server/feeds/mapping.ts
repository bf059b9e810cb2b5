import { z } from 'zod';
import { longestName } from '../catalog/details.ts';
import { attributePrefix } from '../catalog/read-details.ts';
import { plainText } from '../plain-text.ts';
import { Refused } from '../refused.ts';

/** Our fields of a product, as a feed may name them and as a mapping does. */
export const feedFields = [
  'item_id',
  'item_name',
  'item_category',
  'item_category2',
  'item_category3',
  'item_brand',
  'price',
  'currency',
  'cost',
  'url',
  'image',
  'availability',
  'added',
  'sold_in',
  'not_sold_in',
  'accessories',
  'variant_of',
] as const;

/** A field of ours, or an attribute under the name that it is to have: `attribute:Colour`. */
export const Field = z.union([
  z.enum(feedFields),
  z.templateLiteral([attributePrefix, z.string().min(1).max(longestName).regex(plainText)]),
]);

export type Field = z.infer<typeof Field>;

/** Our field -> the column of the feed that has it. */
export type Mapping = Partial<Record<Field, string>>;

/** `price=Preis`. Throws `Refused` where it is not so. */
export function readMapping(words: readonly string[]): Mapping {
  const mapping: Mapping = {};
  for (const word of words) {
    const at = word.indexOf('=');
    const field = Field.safeParse(word.slice(0, at).trim()).data;
    const column = word.slice(at + 1).trim();
    if (at < 0 || !field || column === '')
      throw new Refused(
        'map',
        `"${word}" is not FIELD=COLUMN; the fields are ${feedFields.join(', ')}, and ${attributePrefix}NAME`,
      );
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
  for (const [field, column] of Object.entries(mapping)) if (column !== undefined) renamed[field] = row[column] ?? '';
  return renamed;
}
