import { eq } from 'drizzle-orm';
import { type Context, Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { createMiddleware } from 'hono/factory';
import { z } from 'zod';
import { digest } from '../digest.ts';
import { Problem } from '../problem.ts';
import { isSecure } from '../secure.ts';
import { originsOf } from '../shops/origins.ts';
import { findShop } from '../shops/shops.ts';
import type { Store } from '../store/store.ts';
import { jsonBody } from '../valid.ts';
import { createOwner, hasStaff, staffByEmail } from './accounts.ts';
import type { Passwords } from './passwords.ts';
import { endSession, holderOf, readLink, sessionLife, staffOf, startSession, useUpLink } from './sessions.ts';
import { type Staff, staff } from './table.ts';
import type { Throttle } from './throttle.ts';

export interface StaffDeps {
  now(): number;
  directory: Store;
  passwords: Passwords;
  throttle: Throttle;
  addressOf(c: Context): string;
  /** When the shop's first event arrived, ms since 1970. */
  firstEventAt(shop: string): Promise<number | null>;
  /** The shop that a new owner gets. */
  firstShop(): Promise<string>;
}

export interface SignedIn {
  state: 'signed-in';
  staff: { name: string; email: string; role: Staff['role'] };
  shop: {
    key: string;
    name: string;
    domain: string;
    currency: string;
    timeZone: string;
    demo: boolean;
    firstEventAt: number | null;
  };
}

const Setup = z.object({
  link: z.string().min(1).max(100),
  name: z.string().trim().min(1).max(100),
  email: z.email().max(200),
  password: z.string().min(10, 'at least 10 characters').max(200),
});

const SignIn = z.union([
  z.object({ link: z.string().min(1).max(100) }),
  z.object({ email: z.string().min(1).max(200), password: z.string().min(1).max(200) }),
]);

/** Who is signed in: `/session`, and `/setup` for the first run. */
export function staffRoutes(deps: StaffDeps) {
  const { directory, now } = deps;

  const signIn = async (c: Context, who: Staff): Promise<SignedIn> => {
    putCookie(c, await startSession(directory, who.id, now()), sessionLife / 1000);
    return signedIn(who, deps);
  };

  return new Hono()
    .get('/session', async (c) => {
      const token = readCookie(c);
      const who = token ? await staffOf(directory, token, now()) : null;
      if (who) return c.json(await signedIn(who, deps));
      return c.json({ state: (await hasStaff(directory)) ? ('signed-out' as const) : ('setup' as const) });
    })
    .post('/setup', jsonBody(Setup), async (c) => {
      const { link, name, email, password } = c.req.valid('json');
      const found = await readLink(directory, link, now());
      if (!found || found.staff !== null || (await hasStaff(directory))) throw invalidLink();
      const hash = await deps.passwords.hash(password);
      const owner = await createOwner(directory, { name, email, shop: await deps.firstShop(), password: hash }, now());
      await useUpLink(directory, link);
      return c.json(await signIn(c, owner), 201);
    })
    .post('/session', jsonBody(SignIn), async (c) => {
      const body = c.req.valid('json');
      return c.json(await signIn(c, 'link' in body ? await byLink(body.link, deps) : await byPassword(c, body, deps)));
    })
    .delete('/session', async (c) => {
      const token = readCookie(c);
      if (token) await endSession(directory, token);
      putCookie(c, '', 0);
      return c.body(null, 204);
    });
}

/** Lets only staff through, and says who it is, and by the digest of its token which session. */
export function onlyStaff({ directory, now }: Pick<StaffDeps, 'directory' | 'now'>) {
  return createMiddleware<{ Variables: { staff: Staff; session: string } }>(async (c, next) => {
    const session = await digest(readCookie(c) ?? '');
    const who = await holderOf(directory, session, now());
    if (!who) throw new Problem(401, 'signed-out', 'Sign in first.');
    c.set('staff', who);
    c.set('session', session);
    await next();
  });
}

async function byLink(link: string, { directory, now }: StaffDeps): Promise<Staff> {
  const found = await readLink(directory, link, now());
  if (!found?.staff) throw invalidLink();
  const [who] = await directory.db.select().from(staff).where(eq(staff.id, found.staff)).limit(1);
  if (!who) throw invalidLink();
  await useUpLink(directory, link);
  return who;
}

async function byPassword(c: Context, body: { email: string; password: string }, deps: StaffDeps): Promise<Staff> {
  const { directory, passwords, throttle } = deps;
  const keys = [`email ${body.email.toLowerCase()}`, `address ${deps.addressOf(c)}`];
  const wait = Math.max(...keys.map(throttle.wait));
  if (wait > 0) {
    c.header('retry-after', String(wait));
    throw new Problem(429, 'too-many-attempts', `Too many attempts; try again in ${wait} s.`);
  }
  const who = await staffByEmail(directory, body.email);
  // A password is checked for an unknown address too, so that the time taken does not tell who has an account.
  const right = await passwords.verify(who?.password ?? (await dummy(passwords)), body.password);
  if (!who?.password || !right) {
    keys.forEach(throttle.failed);
    throw new Problem(401, 'wrong-credentials', 'The e-mail address or the password is wrong.');
  }
  keys.forEach(throttle.succeeded);
  return who;
}

const dummies = new WeakMap<Passwords, Promise<string>>();

function dummy(passwords: Passwords): Promise<string> {
  const known = dummies.get(passwords) ?? passwords.hash('nobody');
  dummies.set(passwords, known);
  return known;
}

async function signedIn(who: Staff, { directory, firstEventAt }: StaffDeps): Promise<SignedIn> {
  const shop = await findShop(directory, who.shop);
  if (!shop) throw new Problem(500, 'no-shop', `The shop ${who.shop} is gone.`);
  const { key, name, currency, timeZone, demo } = shop;
  return {
    state: 'signed-in',
    staff: { name: who.name, email: who.email, role: who.role },
    shop: {
      key,
      name,
      domain: originsOf(shop)[0] ?? '',
      currency,
      timeZone,
      demo,
      firstEventAt: await firstEventAt(key),
    },
  };
}

function invalidLink(): Problem {
  return new Problem(403, 'link-invalid', 'This link was used or is too old. Start Vitrina again for a new one.');
}

/** `__Host-` binds the cookie to this host where there is TLS; without, browsers do not accept that prefix. */
function putCookie(c: Context, token: string, maxAge: number): void {
  const secure = isSecure(c);
  const options = { path: '/', httpOnly: true, sameSite: 'Lax', maxAge } as const;
  if (secure) setCookie(c, 'staff', token, { ...options, secure, prefix: 'host' });
  else setCookie(c, 'staff', token, options);
}

function readCookie(c: Context): string | undefined {
  return isSecure(c) ? getCookie(c, 'staff', 'host') : getCookie(c, 'staff');
}
