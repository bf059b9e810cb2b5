import { Hono } from 'hono';
import { html } from 'hono/html';
import type { Customer } from '../books.ts';
import { cartLines } from '../cart-lines.ts';
import type { Catalogue } from '../catalogue.ts';
import { type Contact, contactOf } from '../contact.ts';
import { goods } from '../events.ts';
import type { Page } from '../layout.ts';
import { fill } from '../messages/messages.ts';
import { SHOP } from '../path.ts';
import type { ShopEnv } from '../shop-env.ts';
import { slot } from '../slot.ts';
import { orderedItems, totals } from '../totals.ts';

interface Options {
  catalogue: Catalogue;
  page: Page;
  customers: ReadonlyMap<string, Customer>;
  /** Makes the short-lived token that says who is signed in, and how they can be reached. */
  sign: (customer: Customer, contact: Contact) => Promise<string>;
}

export function checkoutPages({ catalogue, page, customers, sign }: Options) {
  return new Hono<ShopEnv>()
    .get('/checkout', async (c) => {
      const [texts, language] = [c.get('texts'), c.get('language')];
      const lines = cartLines(catalogue, c.get('session').cart);
      if (lines.length === 0) return c.redirect(`${SHOP}/cart`, 303);
      const field = (name: 'name' | 'email' | 'phone' | 'address' | 'city' | 'postcode', autocomplete: string) =>
        html`<label>${texts[name]}<input name="${name}" autocomplete="${autocomplete}" maxlength="120" ${name === 'phone' || name === 'email' ? '' : html`required`} /></label>`;
      const customer = customers.get(c.get('session').customer ?? '');
      const signed = customer && (await sign(customer, contactOf(customer)));
      return page(c, {
        title: texts.checkout,
        calls: [{ name: 'begin_checkout', params: goods(lines) }],
        main: html`
          <h1>${texts.checkout}</h1>
          <div class="two-columns">
            <form class="fields" method="post" action="${SHOP}/checkout">
              <h2>${texts.deliveryTitle}</h2>
              <p class="quiet">${texts.deliveryHint}</p>
              ${slot('order-form', 'order-form', html``, signed)}
              ${field('name', 'name')} ${field('email', 'email')} ${field('phone', 'tel')} ${field('address', 'street-address')} ${field('city', 'address-level2')} ${field('postcode', 'postal-code')}
              <button class="main">${texts.placeOrder}</button>
            </form>
            <aside class="panel">
              <h2>${texts.yourOrder}</h2>
              ${orderedItems(lines, language)}
              ${totals(lines, texts, language)}
            </aside>
          </div>`,
      });
    })
    .post('/checkout', (c) => {
      const session = c.get('session');
      const lines = cartLines(catalogue, session.cart);
      if (lines.length === 0) return c.redirect(`${SHOP}/cart`, 303);
      const id = `W-${crypto.randomUUID().slice(0, 8).toUpperCase()}`;
      session.order = { id, lines: lines.map(({ product, quantity }) => ({ item: product.id, quantity })) };
      session.pending.push({
        name: 'purchase',
        params: { transaction_id: id, ...goods(lines), tax: 0, shipping: 0 },
      });
      session.cart.clear();
      return c.redirect(`${SHOP}/thank-you`, 303);
    })
    .get('/thank-you', (c) => {
      const [texts, language, { order }] = [c.get('texts'), c.get('language'), c.get('session')];
      const lines = cartLines(catalogue, order?.lines.map(({ item, quantity }) => [item, quantity] as const) ?? []);
      return page(c, {
        title: texts.thanks,
        main: html`
          <h1>${texts.thanks}</h1>
          <p>${order ? fill(texts.thanksText, { order: order.id }) : texts.noOrder}</p>
          ${order ? html`<div class="panel narrow"><h2>${texts.yourOrder}</h2>${orderedItems(lines, language)}${totals(lines, texts, language)}</div>` : ''}
          <p><a class="button" href="${SHOP}">${texts.keepShopping}</a></p>`,
      });
    });
}
