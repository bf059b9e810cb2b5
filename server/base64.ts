const digits = new TextEncoder().encode('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/');
const values = new Uint8Array(128);
for (const [value, digit] of digits.entries()) values[digit] = value;

/** Bytes as text, without padding; four digits for three bytes. The runtimes' own ways go over a string of each byte. */
export function toBase64(bytes: Uint8Array): string {
  const text = new Uint8Array(Math.ceil((bytes.length * 4) / 3));
  for (let from = 0, to = 0; from < bytes.length; from += 3) {
    const three = ((bytes[from] ?? 0) << 16) | ((bytes[from + 1] ?? 0) << 8) | (bytes[from + 2] ?? 0);
    for (let shift = 18; shift >= 0 && to < text.length; shift -= 6) text[to++] = digits[(three >> shift) & 63] ?? 0;
  }
  return new TextDecoder().decode(text);
}

/** What `toBase64` wrote, into `bytes` from `at` on. Returns where it ends. */
export function fromBase64(text: string, bytes: Uint8Array, at: number): number {
  const end = at + Math.floor((text.length * 3) / 4);
  for (let from = 0, to = at; from < text.length; from += 4) {
    let four = 0;
    for (let place = 0; place < 4; place++) four = (four << 6) | (values[text.charCodeAt(from + place) & 127] ?? 0);
    for (let shift = 16; shift >= 0 && to < end; shift -= 8) bytes[to++] = (four >> shift) & 255;
  }
  return end;
}
