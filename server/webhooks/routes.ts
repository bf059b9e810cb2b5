import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { ProductIn, productFrom } from '../api/catalog.ts';
import { apiLimit } from '../api/once.ts';
import type { Operation } from '../api/operation.ts';
import { OrderIn } from '../api/orders.ts';
import { keepTold, Told } from '../api/profiles.ts';
import { changeCatalog } from '../catalog/change-catalog.ts';
import type { OpenShop } from '../collect/open-shop.ts';
import type { Limits } from '../limits/limits.ts';
import { serverOrderEvents } from '../orders/server-order.ts';
import { Problem } from '../problem.ts';
import { Refused } from '../refused.ts';
import { originsOf } from '../shops/origins.ts';
import type { Store } from '../store/store.ts';
import type { Message } from './message.ts';
import { noteMessage, type Platform, webhookOf } from './secrets.ts';
import { shopifyMessage } from './shopify.ts';
import { isSigned } from './signature.ts';
import { wooMessage } from './woocommerce.ts';

interface Deps {
  limits: Limits;
  now(): number;
  directory: Store;
  openShop(key: string): Promise<OpenShop | null>;
  later(work: Promise<unknown>): void;
}

/** They differ in the names of their headers and in their words. */
const systems = {
  shopify: { signature: 'x-shopify-hmac-sha256', topic: 'x-shopify-topic', read: shopifyMessage },
  woocommerce: { signature: 'x-wc-webhook-signature', topic: 'x-wc-webhook-topic', read: wooMessage },
  profiles: { signature: 'x-vitrina-signature', topic: '', read: (_: string, told: unknown): Message => ({ told }) },
} as const;

/** Said again, it would be news of that moment. */
const Timed = Told.extend({
  profiles: z
    .array(z.looseObject({ time: z.union([z.string(), z.number()]) }))
    .min(1)
    .max(500),
});

export const webhookOperations: Operation[] = [
  {
    method: 'post',
    path: '/v1/webhooks/shopify/{site}',
    summary: 'Shopify’s webhooks',
    text: 'Topics orders/create, orders/updated, orders/paid, orders/fulfilled, orders/cancelled, products/create, products/update and products/delete, as JSON. Others are answered and left. A line’s properties “serial_number” and “warranty_until” become those of its pieces. The signature (X-Shopify-Hmac-Sha256) is checked with the secret of the panel’s page Keys.',
    access: 'signature',
    answers: { 204: { text: 'Kept, or nothing that concerns us.' } },
  },
  {
    method: 'post',
    path: '/v1/webhooks/woocommerce/{site}',
    summary: 'WooCommerce’s webhooks',
    text: 'Topics order.created, order.updated, product.created, product.updated and product.deleted. Others are answered and left. A line’s meta data “serial_number” and “warranty_until” become those of its pieces, and its cost of goods sold their cost. The signature (X-WC-Webhook-Signature) is checked with the secret of the panel’s page Keys.',
    access: 'signature',
    answers: { 204: { text: 'Kept, or nothing that concerns us.' } },
  },
  {
    method: 'post',
    path: '/v1/webhooks/profiles/{site}',
    summary: 'What others know of people, pushed',
    text: 'The body of POST /v1/profiles, from a system that signs in place of having a key: X-Vitrina-Signature is the HMAC-SHA-256 of the body in base64, made with the secret of the panel’s page Keys. Each entry needs its time, so that a message that is sent again says nothing new. Entries that are wrong are refused alone, and counted for their source.',
    access: 'signature',
    answers: { 204: { text: 'Kept.' } },
  },
];

/** What shop systems tell by themselves. */
export function webhookRoutes(deps: Deps) {
  return new Hono()
    .post('/shopify/:site', apiLimit, (c) => receive(c, c.req.param('site'), 'shopify', deps))
    .post('/woocommerce/:site', apiLimit, (c) => receive(c, c.req.param('site'), 'woocommerce', deps))
    .post('/profiles/:site', apiLimit, (c) => receive(c, c.req.param('site'), 'profiles', deps));
}

async function receive(c: Context, site: string, platform: Platform, deps: Deps): Promise<Response> {
  const { signature, topic, read } = systems[platform];
  const body = await c.req.text();
  // WooCommerce asks so, unsigned, whether anyone is there.
  if (platform === 'woocommerce' && /^webhook_id=\d+$/.test(body)) return c.body(null, 204);
  const known = await webhookOf(deps.directory, site, platform);
  const shop = known && (await deps.openShop(site));
  if (!shop) throw new Problem(404, 'no-webhook', `No shop "${site}" has a secret for ${platform}; the panel sets it.`);
  if (!(await isSigned(body, c.req.header(signature) ?? '', known.secret)))
    throw new Problem(401, 'wrong-signature', `The header ${signature} is not the signature of this body.`);
  // Who does not sign takes nothing from who does.
  deps.limits.key(c, `${platform} ${site}`);
  deps.later(noteMessage(deps.directory, site, platform, deps.now()));
  try {
    const message = read(c.req.header(topic) ?? '', JSON.parse(body), originsOf(shop.shop)[0] ?? '');
    await keep(message, shop, deps.now());
  } catch (error) {
    if (error instanceof Refused) throw new Problem(422, 'invalid', error.message, { field: error.field });
    if (error instanceof SyntaxError) throw new Problem(400, 'invalid-json', 'The body is not JSON.');
    if (!(error instanceof z.ZodError)) throw error;
    const [issue] = error.issues;
    throw new Problem(422, 'invalid', issue?.message ?? 'invalid', { field: issue?.path.join('.') ?? '' });
  }
  return c.body(null, 204);
}

async function keep({ order, product, deleted, told }: Message, shop: OpenShop, now: number): Promise<void> {
  if (order !== undefined) {
    const context = { catalog: shop.catalog, shopCurrency: shop.shop.currency, now };
    await shop.record(serverOrderEvents(OrderIn.parse(order), context));
  }
  if (product !== undefined)
    await changeCatalog(shop, { put: [productFrom(ProductIn.parse(product), shop, now)], remove: [], now });
  if (told !== undefined) await keepTold(Timed.parse(told), shop, now);
  if (deleted !== undefined) await changeCatalog(shop, { put: [], remove: [deleted], now });
}
