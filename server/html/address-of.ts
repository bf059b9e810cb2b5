const longest = 2_000;
/** As if of a shop: an address that leads elsewhere says so itself. */
const base = 'https://shop.invalid';

const schemes: Readonly<Record<'href' | 'src', readonly string[]>> = {
  href: ['https:', 'http:', 'mailto:', 'tel:'],
  src: ['https:'],
};

/** Where a link may lead or a picture come from, as browsers understand it (URL); null for anything else. A picture comes from the shop itself, or over https. */
export function addressOf(said: string, of: 'href' | 'src'): string | null {
  if (said.length > longest) return null;
  const text = said.trim();
  const isOwn = /^[/#?]/.test(text);
  let url: URL;
  try {
    url = new URL(text, isOwn ? base : undefined);
  } catch {
    return null;
  }
  if (isOwn) {
    if (url.origin !== base) return null;
    if (text.startsWith('#')) return of === 'href' ? `#${url.hash.slice(1)}` : null;
    return text.startsWith('/') ? url.pathname + url.search + url.hash : null;
  }
  if (!schemes[of].includes(url.protocol) || url.username !== '' || url.password !== '') return null;
  return url.href;
}
