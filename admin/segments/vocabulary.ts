import type { FieldKind, FieldName } from '../../server/segments/fields.ts';

/** What conditions can be made of in this shop. */
export interface Vocabulary {
  fields: readonly { name: FieldName; kind: FieldKind }[];
  /** Event names. */
  events: readonly string[];
  /** Names under which something is known of people by being said. */
  traits: readonly string[];
  /** Whose words traits are. */
  sources: readonly string[];
  segments: readonly { id: string; name: string }[];
  /** Minor units in one unit of the shop's currency. */
  minor: number;
}

export function kindOf(name: FieldName, { fields }: Pick<Vocabulary, 'fields'>): FieldKind {
  return fields.find((field) => field.name === name)?.kind ?? 'text';
}
