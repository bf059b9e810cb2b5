import { Hono } from 'hono';
import { z } from 'zod';
import { Draft } from '../campaigns/draft.ts';
import type { OpenShop } from '../collect/open-shop.ts';
import { languageFor } from '../messages/messages.ts';
import { Problem } from '../problem.ts';
import type { Staff } from '../staff/table.ts';
import { jsonBody } from '../valid.ts';
import { signPreview } from './preview-token.ts';
import { findPreview, startPreview } from './previews.ts';

type Env = { Variables: { shop: OpenShop; staff: Staff; session: string } };

const Started = z.strictObject({ campaign: Draft, language: z.string().max(64) });

/** Links that open a draft on the shop's own pages. */
export function previewRoutes({ now }: { now(): number }) {
  return new Hono<Env>()
    .post('/', jsonBody(Started), async (c) => {
      const { campaign, language } = c.req.valid('json');
      const { store, shop } = c.get('shop');
      const started = { session: c.get('session'), language: languageFor(language), campaign };
      const { id, expiresAt } = await startPreview(store, started, now());
      const token = await signPreview({ shop: shop.key, preview: id, expiresAt }, shop.tokenSecret);
      return c.json({ id, token, expiresAt }, 201);
    })
    .get('/:id', async (c) => {
      const preview = await findPreview(c.get('shop').store, c.req.param('id'));
      if (!preview) throw new Problem(404, 'unknown-preview', 'This preview is over.');
      const { revision, campaign } = preview;
      return c.json({ revision, place: campaign.place, pages: campaign.pages });
    });
}
