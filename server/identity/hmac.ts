/** Signs texts with a secret: HMAC-SHA-256 (RFC 2104), 32 bytes. A runtime that can do it at once need not make anyone wait. */
export type Hmac = (secret: string) => Promise<(text: string) => Uint8Array | Promise<Uint8Array>>;

/** By Web Cryptography, which every runtime has. */
export const webHmac: Hmac = async (secret) => {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const encoder = new TextEncoder();
  const key = await crypto.subtle.importKey('raw', encoder.encode(secret), algorithm, false, ['sign']);
  return async (text) => new Uint8Array(await crypto.subtle.sign('HMAC', key, encoder.encode(text)));
};
