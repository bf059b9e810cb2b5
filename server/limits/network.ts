/** Where a network begins in which a proxy in front of us stands; by the text alone, since every request is asked. */
const ownNetwork =
  /^(::ffff:)?(127\.|10\.|192\.168\.|169\.254\.|172\.(1[6-9]|2\d|3[01])\.)|^(::1$|f[cd][0-9a-f]{2}:|fe80:)/i;

/**
 * What a limit by address goes by: an IPv4 address, the 64 bits of an IPv6 address that are one customer's. Empty for an address of
 * our own network, which is a proxy's with everyone behind it.
 */
export function networkOf(address: string): string {
  if (address === '' || ownNetwork.test(address)) return '';
  if (!address.includes(':') || address.startsWith('::ffff:')) return address;
  const [written = ''] = address.split('::');
  return written.split(':').slice(0, 4).join(':');
}
