import { base64url } from '../identity/visitor-token.ts';

/**
 * The name of a network for one day; null where the address is unknown. Keyed, so that nobody can choose theirs, and of 16 bits,
 * so that it is the name of hundreds of networks at once and leads back to none. `secret`: the shop's own, which never leaves us.
 */
export async function witnessOf(address: string, day: number, secret: string): Promise<string | null> {
  const network = networkOf(address);
  if (network === null) return null;
  const text = new TextEncoder().encode(['seen', secret, day, network].join('\n'));
  return base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', text), 0, 2));
}

/** What a single customer of a provider has at most: 256 addresses of IPv4, a /48 of IPv6 (RFC 6177). */
export function networkOf(address: string): string | null {
  const [, four] = /^(?:::ffff:)?(\d+\.\d+\.\d+)\.\d+$/i.exec(address) ?? [];
  if (four !== undefined) return four;
  if (!/^[\da-f:]+(%\w+)?$/i.test(address) || !address.includes(':')) return null;
  const [head = '', tail] = address.split('%')[0]?.toLowerCase().split('::') ?? [];
  const groups = head.split(':').filter(Boolean);
  const last = (tail ?? '').split(':').filter(Boolean);
  const whole = tail === undefined ? groups : [...groups, ...Array(8 - groups.length - last.length).fill('0'), ...last];
  return whole
    .slice(0, 3)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
