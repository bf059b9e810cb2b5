/** True where this is the HMAC-SHA-256 of the body in base64, as Shopify and WooCommerce both write it. Takes the same time wherever it differs. */
export async function isSigned(body: string, signature: string, secret: string): Promise<boolean> {
  const encoder = new TextEncoder();
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', encoder.encode(secret), algorithm, false, ['verify']);
  const bytes = bytesOf(signature);
  return bytes !== null && crypto.subtle.verify('HMAC', key, bytes, encoder.encode(body));
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> | null {
  try {
    return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  } catch {
    return null;
  }
}
