import type { Context } from 'hono';
import { SHOP } from './path.ts';

const IS_OURS = new RegExp(`^${SHOP}([/?]|$)`);

/** Sends the browser to where the form stood: only ever to a page of this shop. */
export const goBack = (c: Context, back: unknown) =>
  c.redirect(typeof back === 'string' && IS_OURS.test(back) ? back : SHOP, 303);
