import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { PreviewAnswer, PreviewedDraft, PreviewPlace, PreviewRequest } from '../../snippet/preview-protocol.ts';
import { shopId } from '../api/words.ts';
import { Spot, slotAt } from '../campaigns/spot.ts';
import { allowedOrigin, preflight, readableBy } from '../collect/cross-origin.ts';
import { type LimitDeps, limitSenders } from '../collect/limit-senders.ts';
import type { OpenShop } from '../collect/open-shop.ts';
import { limitBody } from '../limit-body.ts';
import { languageFor } from '../messages/messages.ts';
import { Problem } from '../problem.ts';
import type { Plain, Same } from '../same.ts';
import { allSegments } from '../segments/segments.ts';
import { holderOf } from '../staff/sessions.ts';
import type { Store } from '../store/store.ts';
import { jsonBody } from '../valid.ts';
import { previewMessages } from './messages/messages.ts';
import { previewPage } from './preview-page.ts';
import { readPreview } from './preview-token.ts';
import { findPreview, type Preview, placePreview } from './previews.ts';

export interface PreviewDeps extends LimitDeps {
  now(): number;
  directory: Store;
  openShop(key: string): Promise<OpenShop | null>;
}

const site = z.string().min(1).max(64).describe('The shop’s public key.');

export const Asked = z.object({
  site,
  path: z.string().startsWith('/').max(2_000),
  language: z.string().max(64).optional().describe('BCP 47, the page’s own.'),
  product: shopId.optional().describe('The product that the page shows.'),
  slots: z.array(z.string().max(64)).max(100).describe('Places that the page has.'),
  who: z
    .union([
      z.object({ example: z.enum(['nobody', 'new', 'cart', 'regular']) }),
      z.object({ segment: z.string().max(64) }),
    ])
    .describe('As whom the page is looked at: an example, or somebody of a segment.'),
  device: z.enum(['phone', 'desktop']).optional(),
  variant: z
    .string()
    .max(40)
    .nullable()
    .describe('Which variant of the draft is drawn; empty for whoever goes without; null for what would be.'),
});

export const Picked = z.object({
  site,
  at: Spot.describe('Beside or in what it is to stand, by a CSS selector.'),
  only: z
    .string()
    .min(1)
    .max(300)
    .startsWith('/')
    .nullable()
    .describe('The only pages that it is for, * standing for anything; null leaves them as they are.'),
  base: z.number().int().min(0).describe('The revision of the draft that was looked at.'),
});

true satisfies Same<Plain<z.input<typeof Asked>>, Plain<PreviewRequest>>;
true satisfies Same<Plain<z.input<typeof Picked>>, Plain<PreviewPlace>>;

/**
 * `/v1/preview`: what a page of the shop would show with the draft of a signed link. No event, no exposure and no code comes of it.
 */
export function previewRoute(deps: PreviewDeps) {
  const { now } = deps;
  const limit = limitBody(16 * 1024, 'A preview is asked for with a page and its places.');
  return new Hono()
    .options('/v1/preview', preflight)
    .post('/v1/preview', limitSenders(deps), limit, jsonBody(Asked), async (c) => {
      const asked = c.req.valid('json');
      const { shop, preview } = await openedBy(c, asked, deps);
      const page = await previewPage(preview, { ...asked, product: asked.product ?? null }, shop, now());
      return c.json({
        ...page,
        draft: told(preview),
        segments: (await allSegments(shop.store)).map((segment) => ({ id: segment.id, name: segment.name })),
        language: preview.language,
        words: previewMessages(preview.language).words,
      } satisfies PreviewAnswer);
    })
    .options('/v1/preview/place', preflight)
    .post('/v1/preview/place', limitSenders(deps), limit, jsonBody(Picked), async (c) => {
      const { at, only, base, ...asked } = c.req.valid('json');
      const { shop, preview } = await openedBy(c, asked, deps);
      const { pages } = preview.campaign;
      const place = { kind: 'slot', slot: slotAt(at), at } as const;
      const placed = { place, pages: only === null ? pages : { ...pages, only: [only] }, base };
      return c.json(told(await placePreview(shop.store, preview, placed)));
    });
}

function told({ campaign, revision }: Preview): PreviewedDraft {
  const { id, name, place, variants, pages } = campaign;
  return {
    ...{ id, name, variants: variants.map((variant) => variant.id), revision },
    slot: place.kind === 'slot' ? place.slot : null,
    hasPages: pages.only.length > 0,
  };
}

/** The draft that the link opens, as long as whoever made it is signed in to this shop. */
async function openedBy(
  c: Context,
  { site: key, language }: { site: string; language?: string | undefined },
  { openShop, directory, limits, now }: PreviewDeps,
): Promise<{ shop: OpenShop; preview: Preview }> {
  const shop = await openShop(key);
  if (!shop) throw new Problem(404, 'unknown-site', `No shop has the key "${key}".`, { field: 'site' });
  for (const [name, value] of Object.entries(readableBy(allowedOrigin(c, shop)))) c.header(name, value);
  c.header('cache-control', 'no-store');
  limits.shop(c, key);
  const [, token = ''] = /^Bearer +(\S+)$/i.exec(c.req.header('authorization') ?? '') ?? [];
  const claims = await readPreview(token, shop.shop, now());
  const preview = claims && (await findPreview(shop.store, claims.preview));
  const more = { language: languageFor(language), words: previewMessages(languageFor(language)).words };
  if (!preview)
    throw new Problem(401, 'invalid-preview', 'This preview link is not one of this shop, or is over.', { more });
  const staff = await holderOf(directory, preview.session, now());
  if (staff?.shop !== key)
    throw new Problem(403, 'preview-ended', 'Whoever made this preview link is not signed in to this shop any more.', {
      more,
    });
  return { shop, preview };
}
