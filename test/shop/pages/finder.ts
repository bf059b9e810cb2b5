import { Hono } from 'hono';
import { html } from 'hono/html';
import type { Page } from '../layout.ts';
import type { ShopEnv } from '../shop-env.ts';
import { slot } from '../slot.ts';

/** For whoever does not know yet what it shall be. */
export function finderPage({ page }: { page: Page }) {
  return new Hono<ShopEnv>().get('/finder', (c) => {
    const title = c.get('texts').finderTitle;
    return page(c, { title, main: html`<h1>${title}</h1>${slot('finder', 'finder', html``)}` });
  });
}
