import { Hono } from 'hono';
import { setCookie } from 'hono/cookie';
import { html } from 'hono/html';
import { goBack } from '../back.ts';
import { CONSENT_COOKIE, consentForm, consentOf } from '../consent.ts';
import { LANGUAGE_COOKIE } from '../language.ts';
import type { Page } from '../layout.ts';
import { isLanguage } from '../messages/messages.ts';
import { SHOP } from '../path.ts';
import { cookieOptions } from '../session.ts';
import type { ShopEnv } from '../shop-env.ts';
import type { Traffic } from '../traffic.ts';

const HALF_A_YEAR = 182 * 86_400;

/** What a visitor may choose anywhere: language, privacy, and whether simulated visitors walk about. */
export function choices({ page, traffic }: { page: Page; traffic: Traffic }) {
  return new Hono<ShopEnv>()
    .get('/privacy', (c) => {
      const texts = c.get('texts');
      return page(c, {
        title: texts.consentChange,
        main: html`<h1>${texts.consentChange}</h1><div class="panel narrow">${consentForm(texts, SHOP)}</div>`,
      });
    })
    .post('/consent', async (c) => {
      const { consent, back } = await c.req.parseBody();
      if (typeof consent === 'string' && consentOf(consent)) {
        setCookie(c, CONSENT_COOKIE, consent, { ...cookieOptions(c), maxAge: HALF_A_YEAR });
      }
      return goBack(c, back);
    })
    .post('/language', async (c) => {
      const form = await c.req.parseBody();
      if (typeof form.language === 'string' && isLanguage(form.language)) {
        setCookie(c, LANGUAGE_COOKIE, form.language, { ...cookieOptions(c), maxAge: HALF_A_YEAR });
      }
      return goBack(c, form.back);
    })
    .post('/traffic', async (c) => {
      const form = await c.req.parseBody();
      if (form.traffic === 'on') traffic.start();
      if (form.traffic === 'off') await traffic.stop();
      return goBack(c, form.back);
    });
}
