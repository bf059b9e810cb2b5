/** 128 bits; of an IPv4 address those of the IPv6 address that it is mapped to (RFC 4291, 2.5.5.2). Null for a text that is none. */
export function addressBits(address: string): bigint | null {
  const [plain = ''] = address.split('%');
  if (!plain.includes(':')) {
    const low = shortBits(plain);
    return low === null ? null : mapped | low;
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

/** Where the addresses of IPv4 begin. */
export const mapped = 0xffffn << 32n;

function shortBits(address: string): bigint | null {
  const found = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(address);
  if (!found) return null;
  let bits = 0;
  for (let byte = 1; byte <= 4; byte++) {
    const value = Number(found[byte]);
    if (value > 255) return null;
    bits = bits * 256 + value;
  }
  return BigInt(bits);
}
