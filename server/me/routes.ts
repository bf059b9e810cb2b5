import { type Context, Hono } from 'hono';
import type { Me, Scope } from '../../widgets/your-data/definition.ts';
import { cookieOf, noCookie } from '../collect/caller.ts';
import { allowedOrigin, preflight, readableBy } from '../collect/cross-origin.ts';
import { type LimitDeps, limitSenders } from '../collect/limit-senders.ts';
import type { OpenShop } from '../collect/open-shop.ts';
import { languageFor } from '../messages/messages.ts';
import { erasePerson } from '../privacy/erase-person.ts';
import { exportPerson } from '../privacy/export-person.ts';
import { type Whose, whoseData } from '../privacy/whose.ts';
import { Problem } from '../problem.ts';
import { isSecure } from '../secure.ts';
import { knownOf } from './known-of.ts';
import { scopeOf } from './scope.ts';

export interface MeDeps extends LimitDeps {
  now(): number;
  openShop(key: string): Promise<OpenShop | null>;
}

/** `/v1/me`: visitors see, take along and erase what is known of them. */
export function meRoutes(deps: MeDeps) {
  const { now, limits, addressOf } = deps;
  return new Hono()
    .options('/v1/me', preflight)
    .options('/v1/me/export', preflight)
    .use('/v1/me/*', limitSenders(deps))
    .get('/v1/me', async (c) => {
      const { shop, visitor, scope } = await askerOf(c, deps);
      const nothing: Me = { scope, sections: [], answers: [], canWithdraw: false };
      if (visitor === null) return c.json(nothing);
      const known = await knownOf({ visitor, scope, shop, language: languageFor(c.req.query('language')), now: now() });
      return c.json({ ...nothing, ...known } satisfies Me);
    })
    .get('/v1/me/export', async (c) => {
      const { shop, visitor, scope } = await askerOf(c, deps);
      const { device, whose } = await openedBy(visitor, scope, shop);
      await shop.save();
      const { events = [], ...found } = await exportPerson(whose, shop.store);
      c.header('content-disposition', `attachment; filename="${shop.shop.key}-your-data.json"`);
      return c.json(device ? { events: events.filter((event) => !('order' in event)) } : { events, ...found });
    })
    .delete('/v1/me', async (c) => {
      const { shop, visitor, scope } = await askerOf(c, deps);
      const { first } = await openedBy(visitor, scope, shop);
      limits.erasing(c, addressOf(c), shop.shop.key);
      await erasePerson(first, shop, { by: 'visitor' }, now());
      c.header('set-cookie', noCookie(isSecure(c)));
      return c.body(null, 204);
    });
}

interface Asker {
  shop: OpenShop;
  /** Null for a browser without a token. */
  visitor: string | null;
  scope: Scope;
}

/** Whoever the signed token names, on one of the shop's own pages. */
async function askerOf(c: Context, { now, openShop, limits }: MeDeps): Promise<Asker> {
  c.header('cache-control', 'no-store');
  const site = c.req.query('site') ?? '';
  const shop = await openShop(site);
  if (!shop) throw new Problem(404, 'unknown-site', `No shop has the key "${site}".`, { field: 'site' });
  for (const [name, value] of Object.entries(readableBy(allowedOrigin(c, shop)))) c.header(name, value);
  limits.shop(c, site);
  const [, bearer] = /^Bearer +(\S+)$/i.exec(c.req.header('authorization') ?? '') ?? [];
  const text = cookieOf(c.req.header('cookie')) ?? bearer;
  if (text === undefined || text === '') return { shop, visitor: null, scope: 'nobody' };
  const token = await shop.tokens.read(text);
  if (!token) {
    c.header('set-cookie', noCookie(isSecure(c)));
    throw new Problem(401, 'invalid-token', 'The visitor token is not one of this shop.', { field: 'token' });
  }
  limits.visitor(c, token.visitor);
  return { shop, visitor: token.visitor, scope: await scopeOf(token.visitor, shop, now()) };
}

/** What the token opens; a `Problem` where that is nothing. */
async function openedBy(
  visitor: string | null,
  scope: Scope,
  { people }: OpenShop,
): Promise<{ first: string; device: boolean; whose: Whose }> {
  if (visitor === null) throw new Problem(404, 'nothing-known', 'Nothing is known of this browser.');
  if (scope === 'sign-in')
    throw new Problem(
      403,
      'sign-in-needed',
      'Somebody was signed in on this browser; what is known of them is theirs alone. They must sign in to the shop again, now.',
    );
  const device = scope === 'device';
  return {
    first: visitor,
    device,
    whose: device ? { visitors: [visitor], keys: [] } : await whoseData(visitor, people),
  };
}
