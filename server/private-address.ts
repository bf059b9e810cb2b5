import { addressBits } from './address-bits.ts';

/** Networks that are not the open internet: IANA's special-purpose registries for IPv4 and IPv6, and multicast. */
const nets = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24'],
  ...['192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24'],
  ...['224.0.0.0/3', '::/96', '64:ff9b::/96', '64:ff9b:1::/48', '100::/64', '2001::/23', '2001:db8::/32', '2002::/16'],
  ...['fc00::/7', 'fe80::/10', 'fec0::/10', 'ff00::/8'],
].map((text) => {
  const [address = '', length] = text.split('/');
  const host = BigInt((address.includes(':') ? 128 : 32) - Number(length));
  const from = addressBits(address) ?? 0n;
  return { from, to: from + (1n << host) - 1n };
});

/** True for an address of a machine that is not on the open internet. A name is none: `false`. */
export function isPrivateAddress(address: string): boolean {
  const bits = addressBits(address.replace(/^\[|\]$/g, ''));
  return bits !== null && isPrivate(bits);
}

export function isPrivate(bits: bigint): boolean {
  return nets.some(({ from, to }) => bits >= from && bits <= to);
}
