import { Hono } from 'hono';
import { heightRules } from '../../widgets/define.ts';
import { definitions } from '../../widgets/definitions.ts';
import type { Assets } from '../assets.ts';
import type { SlotSetup } from '../decide/slots.ts';
import type { LiveEvent } from '../live/live-event.ts';
import { liveEvent } from '../live/live-feed.ts';
import { fromRow } from '../log/log-event.ts';
import type { Shop } from '../shops/table.ts';
import type { Store } from '../store/store.ts';
import { pixelFor } from './pixel.ts';

interface Env {
  Variables: { shop: { shop: Shop; store: Store; slots: Readonly<Record<string, SlotSetup>> } };
}

/** What a shop owner pastes, and whether it has been heard from. */
export function installRoutes({ assets }: { assets: Assets }) {
  return new Hono<Env>().get('/', async (c) => {
    const { shop, store, slots } = c.get('shop');
    const { origin } = new URL(c.req.url);
    const names = Object.entries(slots).map(([name, { widget }]) => ({
      name,
      widget,
      height: definitions[widget].height,
    }));
    return c.json({
      tag: `<script async src="${origin}/v.js" data-site="${shop.key}"></script>`,
      origin,
      site: shop.key,
      pixel: await pixelFor(assets, origin, shop.key),
      /** With it the shop's backend signs who has logged in. */
      identitySecret: shop.identitySecret,
      slots: names,
      css: names
        .map(({ name, widget }) =>
          heightRules(
            definitions[widget],
            (height) => `[data-vitrina="${name}"] { display: flow-root; min-height: ${height}px }\n`,
          ),
        )
        .join(''),
      firstEvent: await firstEvent(store),
    });
  });
}

/** The oldest page view; null while nothing has arrived. What was imported has no page views. */
export async function firstEvent(store: Store): Promise<LiveEvent | null> {
  const [row] = await store.all(
    "SELECT id, visitor, at, name, body FROM log WHERE name = 'page_view' ORDER BY seq LIMIT 1",
    [],
  );
  return row ? liveEvent(fromRow(row), null, () => null) : null;
}
