import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import { html } from 'hono/html';
import type { Assets } from './assets.ts';
import type { Customer } from './books.ts';
import { categories } from './category.ts';
import { CONSENT_COOKIE, consentForm, consentOf } from './consent.ts';
import { languages, messages } from './messages/messages.ts';
import { SHOP } from './path.ts';
import type { ShopEnv } from './shop-env.ts';
import { type Call, tag, type Vitrina } from './tag.ts';
import type { Traffic } from './traffic.ts';

export type Html = ReturnType<typeof html>;

export interface Content {
  title: string;
  main: Html;
  /** What this page tells Vitrina. */
  calls?: readonly Call[];
  /** What stands in the search field. */
  term?: string;
  status?: 200 | 404;
}

export type Page = (c: Context<ShopEnv>, content: Content) => Promise<Response>;

interface Frame {
  assets: Assets;
  vitrina: Vitrina;
  traffic: Traffic;
  customers: ReadonlyMap<string, Customer>;
  /** Makes the short-lived token that says who signed in. */
  sign: (customer: Customer) => Promise<string>;
}

/** Everything that all pages share: head, tag, header, footer, consent. */
export function layout({ assets, vitrina, traffic, customers, sign }: Frame): Page {
  return async (c, { title, main, calls = [], term = '', status = 200 }) => {
    const [session, texts, language] = [c.get('session'), c.get('texts'), c.get('language')];
    const consent = consentOf(getCookie(c, CONSENT_COOKIE));
    const { notice } = session;
    session.notice = undefined;
    const said: Call[] = [
      ...(consent ? [{ name: 'consent', params: consent }] : []),
      ...(await pendingCalls(c)),
      ...calls,
    ];
    const [who, back] = [customer(c), here(c)];
    c.header('Cache-Control', 'no-store');
    return c.html(
      html`<!doctype html>
<html lang="${language}">
<head>
  <meta charset="utf-8" />
  <meta name="viewport" content="width=device-width, initial-scale=1" />
  <meta name="color-scheme" content="light dark" />
  <meta name="robots" content="noindex" />
  <title>${title} · Pennywhistle</title>
  <link rel="icon" href="${assets.url('icon.svg')}" type="image/svg+xml" />
  <link rel="stylesheet" href="${assets.url('shop.css')}" />
  ${tag(vitrina, said, c.get('secureHeadersNonce'))}
  <script defer src="${assets.url('shop.js')}"></script>
</head>
<body>
  <a class="skip" href="#main">${texts.skip}</a>
  <header>
  <div class="demo-line">
    <p><strong>${texts.demo}</strong> · ${texts.demoLine}.<span> ${texts.nothingSold}</span></p>
    <form method="post" action="${SHOP}/language" aria-label="${texts.languages}">
      <input type="hidden" name="back" value="${back}" />
      ${languages.map((tongue) => html`<button name="language" value="${tongue}" lang="${tongue}" title="${messages[tongue].languageName}" ${tongue === language ? html`aria-current="true"` : ''}>${tongue.toUpperCase()}<span class="unseen"> ${messages[tongue].languageName}</span></button>`)}
    </form>
  </div>
  <div class="head">
    <a class="logo" href="${SHOP}">Pennywhistle</a>
    <form class="search" role="search" action="${SHOP}/search">
      <label class="unseen" for="q">${texts.searchLabel}</label>
      <input id="q" name="q" type="search" value="${term}" placeholder="${texts.searchLabel}" autocomplete="off" maxlength="100" />
      <button>${texts.search}</button>
    </form>
    <nav class="head-links" aria-label="${texts.account}">
      <a href="${SHOP}/account">${who ? html`${who.name} <span class="badge">${texts.demoName}</span>` : texts.signIn}</a>
      <a href="${SHOP}/cart">${texts.cart} <span class="count">${pieces(session.cart)}</span></a>
    </nav>
  </div>
  </header>
  <nav class="departments" aria-label="${texts.departments}" tabindex="0">
    <ul><li><a href="${SHOP}/finder">${texts.finderTitle}</a></li>${categories.map((category) => html`<li><a href="${SHOP}/c/${category}">${texts.categories[category]}</a></li>`)}</ul>
  </nav>
  <main id="main" tabindex="-1">
    ${notice ? html`<p class="notice" role="status">${notice}</p>` : ''}
    ${main}
  </main>
  <footer class="foot">
    <p><strong>${texts.demo}</strong> · ${texts.demoLine}. ${texts.nothingSold}</p>
    <p>${texts.source}</p>
    <div class="foot-actions">
      <a href="${SHOP}/privacy">${texts.consentChange}</a>
      <form method="post" action="${SHOP}/traffic">
        <input type="hidden" name="back" value="${back}" />
        <span>${texts.simulated}: <strong>${traffic.running() ? texts.on : texts.off}</strong></span>
        <button name="traffic" value="${traffic.running() ? 'off' : 'on'}">${traffic.running() ? texts.turnOff : texts.turnOn}</button>
      </form>
    </div>
  </footer>
  ${consent ? '' : html`<section class="consent" aria-label="${texts.consentTitle}">${consentForm(texts, back)}</section>`}
</body>
</html>`,
      status,
    );
  };

  function customer(c: Context<ShopEnv>) {
    const id = c.get('session').customer;
    return id === undefined ? undefined : customers.get(id);
  }

  /** What was done by the last form. The token is signed now, as it lives for minutes only. */
  async function pendingCalls(c: Context<ShopEnv>): Promise<Call[]> {
    const session = c.get('session');
    const calls: Call[] = [];
    for (const pending of session.pending.splice(0)) {
      if (!('customer' in pending)) calls.push(pending);
      else {
        const who = customers.get(pending.customer);
        if (who) calls.push({ name: 'login', params: { identity: await sign(who) } });
      }
    }
    return calls;
  }
}

const pieces = (cart: ReadonlyMap<string, number>) => [...cart.values()].reduce((sum, quantity) => sum + quantity, 0);

function here(c: Context) {
  const { pathname, search } = new URL(c.req.url);
  return pathname + search;
}
