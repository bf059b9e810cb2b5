import type { Params } from '../../snippet/protocol.ts';

/** What a page said, in our words. */
export interface Said {
  name: string;
  params: Params;
}

/** Reads the words of one call in a shop's own language; null where they say nothing that we keep. */
export type Dialect = (words: readonly unknown[]) => Said | null;

export type Fields = Readonly<Record<string, unknown>>;

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The fields of an object, or none. */
export function fieldsOf(value: unknown): Fields {
  return isFields(value) ? value : {};
}

/** A list's members; an object with the members under numbers counts, as PHP writes some lists. */
export function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return isFields(value) && '0' in value ? Object.values(value) : [];
}

/** The first of these fields that says something. */
export function first(fields: Fields, names: readonly string[]): unknown {
  for (const name of names) {
    const value = fields[name];
    if (value !== undefined && value !== null && value !== '') return value;
  }
  return undefined;
}
