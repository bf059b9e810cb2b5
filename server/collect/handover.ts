import { Hono } from 'hono';
import type { HandoverAnswer } from '../../snippet/protocol.ts';
import { limitBody } from '../limit-body.ts';
import { Problem } from '../problem.ts';
import { cookieOf } from './caller.ts';
import { allowedOrigin, preflight, readableBy } from './cross-origin.ts';
import { type LimitDeps, limitSenders } from './limit-senders.ts';
import type { OpenShop } from './open-shop.ts';
import { Handover } from './schema.ts';

export interface HandoverDeps extends LimitDeps {
  now(): number;
  openShop(key: string): Promise<OpenShop | null>;
}

const limit = limitBody(1024, 'A handover is asked for with a key and a token.');

/** `/v1/handover`: a visitor who goes to another domain of the shop takes along a word that is good for a minute. */
export function handoverRoutes(deps: HandoverDeps) {
  const { now, openShop, limits } = deps;
  return new Hono().options('/v1/handover', preflight).post('/v1/handover', limitSenders(deps), limit, async (c) => {
    const asked = Handover.safeParse(parse(await c.req.text()));
    if (!asked.success) throw new Problem(422, 'invalid-handover', 'The body must be JSON with `site` and `token`.');
    const open = await openShop(asked.data.site);
    if (!open) throw new Problem(404, 'unknown-site', `No shop has the key "${asked.data.site}".`, { field: 'site' });
    for (const [name, value] of Object.entries(readableBy(allowedOrigin(c, open)))) c.header(name, value);
    const token = await open.tokens.read(cookieOf(c.req.header('cookie')) ?? asked.data.token ?? '');
    if (!token)
      throw new Problem(401, 'invalid-token', 'The visitor token is not one of this shop.', { field: 'token' });
    limits.visitor(c, token.visitor);
    const answer: HandoverAnswer = {
      handover: await open.tokens.signHandover({ visitor: token.visitor, issued: now() }),
    };
    return c.json(answer);
  });
}

/** Undefined for what is no JSON. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
