/** A new secret: 32 random bytes, as Standard Webhooks writes them. */
export function newSecret(): string {
  return `whsec_${btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32))))}`;
}

interface Message {
  id: string;
  body: string;
  /** ms since 1970: when it is sent. */
  at: number;
}

/** The headers that say who sends a message and when, signed with each of the secrets (Standard Webhooks 1.0.0, symmetric). */
export async function signedHeaders(message: Message, secrets: readonly string[]): Promise<Record<string, string>> {
  const seconds = String(Math.floor(message.at / 1_000));
  const said = new TextEncoder().encode(`${message.id}.${seconds}.${message.body}`);
  const signatures = secrets.map(async (secret) => `v1,${await signature(said, secret)}`);
  return {
    'webhook-id': message.id,
    'webhook-timestamp': seconds,
    'webhook-signature': (await Promise.all(signatures)).join(' '),
  };
}

async function signature(said: Uint8Array<ArrayBuffer>, secret: string): Promise<string> {
  const bytes = Uint8Array.from(atob(secret.replace(/^whsec_/, '')), (letter) => letter.charCodeAt(0));
  const key = await crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const made = await crypto.subtle.sign('HMAC', key, said);
  return btoa(String.fromCharCode(...new Uint8Array(made)));
}
