import type { Card, Definition, Field, PropsOf } from './define.ts';

/** The props of a view out of whatever a decision carries: what is missing or wrong becomes the field's default. */
export function fill<D extends Definition>(definition: D, props: Record<string, unknown>): PropsOf<D> {
  const fields = Object.entries<Field>(definition.fields);
  return Object.fromEntries(fields.map(([name, field]) => [name, read(field, props[name])])) as PropsOf<D>;
}

function read(field: Field, value: unknown): string | readonly Card[] {
  switch (field.type) {
    case 'text':
      return textOr(field.default, value);
    case 'cards':
      return Array.isArray(value) ? value.flatMap(readCard) : field.default;
  }
}

/** A card that cannot be opened is left out. */
function readCard(value: unknown): Card[] {
  const card: Record<string, unknown> = { ...Object(value) };
  const { id, name, url } = card;
  if (typeof id !== 'string' || typeof name !== 'string' || typeof url !== 'string' || !isWebAddress(url)) return [];
  const image = textOr(null, card.image);
  return [{ id, name, url, image, price: textOr(null, card.price), reason: textOr('', card.reason) }];
}

/** Feeds and other people's pages may put `javascript:` where a link should be. */
function isWebAddress(url: string): boolean {
  try {
    return /^https?:$/.test(new URL(url, document.baseURI).protocol);
  } catch {
    return false;
  }
}

function textOr<T>(missing: T, value: unknown): string | T {
  return typeof value === 'string' ? value : missing;
}
