import type { Card } from './define.ts';

/** A card that cannot be opened is left out. */
export function readCard({ id, name, url, image, price, reason }: Record<string, unknown>): Card[] {
  if (typeof id !== 'string' || typeof name !== 'string' || typeof url !== 'string' || !isWebAddress(url)) return [];
  return [{ id, name, url, image: textOr(null, image), price: textOr(null, price), reason: textOr('', reason) }];
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
