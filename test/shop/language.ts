import type { MiddlewareHandler } from 'hono';
import { getCookie } from 'hono/cookie';
import { isLanguage, messages } from './messages/messages.ts';
import type { ShopEnv } from './shop-env.ts';

export const LANGUAGE_COOKIE = 'shop_language';

/** The language that was chosen, else the first of the browser's that we have, else English. */
export const language: MiddlewareHandler<ShopEnv> = async (c, next) => {
  const chosen = getCookie(c, LANGUAGE_COOKIE);
  const accepted = (c.req.header('accept-language') ?? '')
    .split(',')
    .map((part) => part.trim().slice(0, 2).toLowerCase());
  const tag = [chosen, ...accepted].find(isLanguage) ?? 'en';
  c.set('language', tag);
  c.set('texts', messages[tag]);
  c.header('Vary', 'Cookie, Accept-Language');
  await next();
};
