/** Networks that are not the open internet: IANA's special-purpose registries for IPv4 and IPv6, and multicast. */
const nets = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24'],
  ...['192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24'],
  ...['224.0.0.0/3', '::/96', '64:ff9b::/96', '64:ff9b:1::/48', '100::/64', '2001::/23', '2001:db8::/32', '2002::/16'],
  ...['fc00::/7', 'fe80::/10', 'fec0::/10', 'ff00::/8'],
].map((text) => {
  const [address = '', length] = text.split('/');
  const isShort = !address.includes(':');
  return { bits: bitsOf(address) ?? 0n, host: BigInt((isShort ? 32 : 128) - Number(length)) };
});

/** True for an address of a machine that is not on the open internet. A name is none: `false`. */
export function isPrivateAddress(address: string): boolean {
  const bits = bitsOf(address.replace(/^\[|\]$/g, ''));
  return bits !== null && nets.some((net) => bits >> net.host === net.bits >> net.host);
}

/** 128 bits; of an IPv4 address those of the IPv6 address that it is mapped to. */
function bitsOf(address: string): bigint | null {
  const [plain = ''] = address.split('%');
  if (!plain.includes(':')) {
    const low = shortBits(plain);
    return low === null ? null : (0xffffn << 32n) | low;
  }
  const dotted = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(plain);
  const low = dotted ? shortBits(dotted[2] ?? '') : null;
  if (dotted && low === null) return null;
  const text =
    dotted && low !== null ? `${dotted[1]}${(low >> 16n).toString(16)}:${(low & 0xffffn).toString(16)}` : plain;
  const halves = text.split('::').map((half) => half.split(':').filter((group) => group !== ''));
  const [head = [], tail = []] = halves;
  const missing = 8 - head.length - tail.length;
  if (halves.length > 2 || missing < 0 || (halves.length === 1 && missing > 0)) return null;
  const groups = [...head, ...Array<string>(missing).fill('0'), ...tail];
  if (!groups.every((group) => /^[\da-f]{1,4}$/i.test(group))) return null;
  return groups.reduce((bits, group) => (bits << 16n) | BigInt(`0x${group}`), 0n);
}

function shortBits(address: string): bigint | null {
  if (!/^\d{1,3}(\.\d{1,3}){3}$/.test(address)) return null;
  const bytes = address.split('.').map(Number);
  return bytes.every((byte) => byte < 256) ? bytes.reduce((bits, byte) => (bits << 8n) | BigInt(byte), 0n) : null;
}
