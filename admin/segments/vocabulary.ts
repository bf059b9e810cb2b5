import type { FieldKind, FieldName } from '../../server/segments/fields.ts';
import { shop } from '../session/session.ts';
import type { Known } from './load-segments.ts';
import { minorUnitsIn } from './wording.ts';

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

/** `without`: the segment that is edited, which cannot ask for itself. */
export function vocabularyOf({ fields, verbs, traits, sources, segments }: Known, without?: string): Vocabulary {
  return {
    ...{ fields, traits, sources },
    events: Object.values(verbs),
    segments: segments.filter(({ id }) => id !== without),
    minor: minorUnitsIn(shop.value?.currency ?? 'EUR'),
  };
}

export function kindOf(name: FieldName, { fields }: Pick<Vocabulary, 'fields'>): FieldKind {
  return fields.find((field) => field.name === name)?.kind ?? 'text';
}
