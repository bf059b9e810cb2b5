const cookieName = '_va';
/** Seconds: a page that was left is followed by the next one soon, or what it had sent is sent once more. */
const cookieLife = 3_600;

/** Where the cookie must reach: the page that sends, and us. */
export interface Between {
  /** The page's. */
  origin: string;
  /** Our own name, without port. */
  host: string;
  secure: boolean;
}

/**
 * The `Set-Cookie` that tells the shop's next page which batches have arrived, by the ids of their last events; it is
 * removed where there are none. Scripts read it; it says nothing about the visitor.
 */
export function acknowledgementCookie(batches: readonly string[], { origin, host, secure }: Between): string {
  const value = arrivedOf(batches);
  const life = batches.length > 0 ? cookieLife : 0;
  return `${cookieName}=${value}; Path=/; Max-Age=${life}; SameSite=Lax${domain(origin, host)}${secure ? '; Secure' : ''}`;
}

/** The ids as the snippet looks for them: with an end, so that a.1 is not found in a.12. */
export function arrivedOf(batches: readonly string[]): string {
  return batches.map((id) => `${id}~`).join('');
}

export function hasAcknowledgement(header: string | undefined): boolean {
  return header?.split(/; */).some((pair) => pair.startsWith(`${cookieName}=`)) ?? false;
}

/** A page on another host of the site reads only what is set for the part that both names share. */
function domain(origin: string, own: string): string {
  const page = new URL(origin).hostname;
  // An address has no parts that are shared.
  if (page === own || /\d$/.test(own)) return '';
  const labels = page.split('.');
  while (labels.length > 0 && !`.${own}`.endsWith(`.${labels.join('.')}`)) labels.shift();
  // A browser would refuse a cookie for all of .com.
  return labels.length > 1 ? `; Domain=${labels.join('.')}` : '';
}
