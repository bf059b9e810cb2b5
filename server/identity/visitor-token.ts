import { V7Generator } from 'uuidv7';
import { createRecent } from '../recent.ts';
import { webHmac } from './hmac.ts';

/** Says who is looking, and nothing else does: `<visitor>.<issued>.<signature>`. */
export interface VisitorToken {
  visitor: string;
  /** ms since 1970. */
  issued: number;
}

/** Signs and checks the tokens of one shop; a token of another shop has another key. HMAC-SHA-256 (RFC 2104), cut to 128 bits. */
export interface TokenKey {
  sign(token: VisitorToken): Promise<string>;
  /** Null for anything that this key did not sign. */
  read(text: string): Promise<VisitorToken | null>;
  /** What hands a visitor over to another domain of the shop: good for a minute, and of another make than a token. */
  signHandover(token: VisitorToken): Promise<string>;
  /** Null for anything that this key did not sign as a handover, or not within the minute before `now` (ms). */
  readHandover(text: string, now: number): Promise<VisitorToken | null>;
  /** What these visitors' tokens and handovers open from now on: nothing. Returns marks to be kept, which name nobody. */
  revoke(visitors: readonly string[]): Promise<string[]>;
  /** Takes marks that were kept. */
  takeRevoked(marks: readonly string[]): void;
  /** The visitor that follows another on the same device; the same for the same event, so that a repeated batch changes nothing. */
  successor(visitor: string, event: string): Promise<string>;
}

const remembered = 10_000;
const handoverLife = 60_000;
const handoverWord = 'handover ';

export async function tokenKey(secret: string, hmac = webHmac): Promise<TokenKey> {
  const sign = await hmac(secret);
  // A visitor comes back with the same token many times; signing costs more than all else that is done with it.
  const read = createRecent<VisitorToken>(remembered);
  const revoked = new Set<string>();
  const mac = async (text: string) => base64url((await sign(text)).subarray(0, 16));

  const markOf = (visitor: string) => mac(`erased ${visitor}`);
  const isRevoked = async (visitor: string) => revoked.size > 0 && revoked.has(await markOf(visitor));

  const signWith = async (purpose: string, { visitor, issued }: VisitorToken) => {
    const body = `${visitor}.${issued.toString(36)}`;
    return `${body}.${await mac(purpose + body)}`;
  };
  const signedWith = async (purpose: string, text: string): Promise<VisitorToken | null> => {
    const [, visitor, issued, signature] = /^([\w-]{1,64})\.([0-9a-z]{1,11})\.([\w-]{22})$/.exec(text) ?? [];
    if (visitor === undefined || issued === undefined || signature === undefined) return null;
    if (!sameText(await mac(`${purpose}${visitor}.${issued}`), signature)) return null;
    if (await isRevoked(visitor)) return null;
    return { visitor, issued: Number.parseInt(issued, 36) };
  };

  return {
    sign: async (token) => {
      const text = await signWith('', token);
      if (!(await isRevoked(token.visitor))) read.set(text, token);
      return text;
    },
    signHandover: (token) => signWith(handoverWord, token),
    readHandover: async (text, now) => {
      const token = await signedWith(handoverWord, text);
      return token && token.issued <= now && now - token.issued <= handoverLife ? token : null;
    },
    read: async (text) => {
      const known = read.get(text);
      if (known) return known;
      const token = await signedWith('', text);
      if (!token) return null;
      read.set(text, token);
      return token;
    },
    revoke: async (visitors) => {
      const marks = await Promise.all(visitors.map(markOf));
      for (const mark of marks) revoked.add(mark);
      // It names them, and would answer before the marks are asked.
      read.clear();
      return marks;
    },
    takeRevoked: (marks) => {
      for (const mark of marks) revoked.add(mark);
    },
    successor: (visitor, event) => mac(`after ${visitor} ${event}`),
  };
}

/** Ids grow with time, which keeps the database's trees tight. */
export function newVisitor(): string {
  return ids.generate().toHex();
}

/** Random numbers are fetched many at a time: every request needs some, and asking for them takes longer than using them. */
const random = new Uint32Array(512);
let used = random.length;

const ids = new V7Generator({
  nextUint32: () => {
    if (used === random.length) {
      crypto.getRandomValues(random);
      used = 0;
    }
    return random[used++] ?? 0;
  },
});

export function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/** Takes the same time wherever the texts differ. */
function sameText(a: string, b: string): boolean {
  let difference = a.length ^ b.length;
  for (let place = 0; place < a.length; place++) difference |= a.charCodeAt(place) ^ b.charCodeAt(place);
  return difference === 0;
}
