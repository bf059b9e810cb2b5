import { Hono } from 'hono';
import { type AccessDeps, onlyServers } from './access.ts';
import { catalogApi, catalogOperations } from './catalog.ts';
import { collectOperations } from './collect.ts';
import { companyApi, companyOperations } from './companies.ts';
import { docsPage, docsStyle } from './docs-page.ts';
import { documentOf } from './document.ts';
import { eventApi, eventOperations } from './events.ts';
import { exportApi, exportOperations } from './export.ts';
import { messagesOut } from './messages-out.ts';
import { once } from './once.ts';
import type { Operation } from './operation.ts';
import { orderApi, orderOperations } from './orders.ts';
import { profileApi, profileOperations } from './profiles.ts';
import { rateApi, rateOperations } from './rates.ts';

const own = [
  ...catalogOperations,
  ...orderOperations,
  ...eventOperations,
  ...rateOperations,
  ...profileOperations,
  ...companyOperations,
  ...exportOperations,
  ...collectOperations,
];

const docsPolicy = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** What the shop's own servers may ask, and the document of it; `more`: what others answer below /v1. */
export function apiRoutes(deps: AccessDeps, more: readonly Operation[]) {
  const operations = [...own, ...more];
  const access = onlyServers(deps);
  const single = once(deps);
  return new Hono()
    .route('/v1/catalog', catalogApi(access, single, deps.now))
    .route('/v1/orders', orderApi(access, single, deps.now))
    .route('/v1/events', eventApi(access, single, deps.now))
    .route('/v1/rates', rateApi(access, single))
    .route('/v1/profiles', profileApi(access, single, deps.now))
    .route('/v1/companies', companyApi(access, deps))
    .route('/v1/export', exportApi(access))
    .get('/openapi.json', (c) => {
      // Read by tools that run on other pages; there is no secret in it.
      c.header('access-control-allow-origin', '*');
      return c.json(documentOf(operations, messagesOut, new URL(c.req.url).origin));
    })
    .get('/docs', (c) => {
      c.header('content-security-policy', docsPolicy);
      c.header('x-content-type-options', 'nosniff');
      return c.html(docsPage(operations, messagesOut, new URL(c.req.url).origin));
    })
    .get('/docs.css', (c) => c.body(docsStyle, 200, { 'content-type': 'text/css; charset=utf-8' }));
}
