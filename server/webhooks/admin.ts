import { Hono } from 'hono';
import { z } from 'zod';
import { Problem } from '../problem.ts';
import type { Staff } from '../staff/table.ts';
import type { Store } from '../store/store.ts';
import { jsonBody } from '../valid.ts';
import { platforms, setSecret, webhookOf } from './secrets.ts';

const Secret = z.object({ secret: z.string().trim().min(8, 'at least 8 characters').max(200) });

/** Where shop systems send, and with which secrets they sign. A secret is never shown again. */
export function webhookAdminRoutes({ directory }: { directory: Store }) {
  return new Hono<{ Variables: { staff: Staff } }>()
    .get('/', async (c) => {
      const { shop } = c.get('staff');
      const { origin } = new URL(c.req.url);
      const all = await Promise.all(
        platforms.map(async (platform) => {
          const known = await webhookOf(directory, shop, platform);
          const address = `${origin}/v1/webhooks/${platform}/${shop}`;
          return { platform, address, isSet: known !== null, lastAt: known?.lastAt ?? null };
        }),
      );
      return c.json({ webhooks: all });
    })
    .put('/:platform', jsonBody(Secret), async (c) => {
      const platform = platforms.find((name) => name === c.req.param('platform'));
      if (!platform) throw new Problem(404, 'unknown-platform', 'Shopify, WooCommerce and profiles are known here.');
      await setSecret(directory, c.get('staff').shop, platform, c.req.valid('json').secret);
      return c.body(null, 204);
    });
}
