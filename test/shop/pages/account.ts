import { Hono } from 'hono';
import { html } from 'hono/html';
import type { Customer } from '../books.ts';
import type { Page } from '../layout.ts';
import { fill } from '../messages/messages.ts';
import { count } from '../messages/plural.ts';
import { SHOP } from '../path.ts';
import { sampleCustomers } from '../sample-customers.ts';
import { clearSession } from '../session.ts';
import type { ShopEnv } from '../shop-env.ts';
import { slot } from '../slot.ts';

export function accountPage({ customers, page }: { customers: ReadonlyMap<string, Customer>; page: Page }) {
  const samples = sampleCustomers([...customers.values()]);

  return new Hono<ShopEnv>()
    .get('/account', (c) => {
      const [texts, language] = [c.get('texts'), c.get('language')];
      const customer = customers.get(c.get('session').customer ?? '');
      // Said anew where customers see their own data, which is shown to nobody who was not here minutes ago.
      if (customer) c.get('session').pending.push({ name: 'login', customer: customer.id });
      const countries = new Intl.DisplayNames(language, { type: 'region' });
      const about = ({ country, orders }: Customer) =>
        [country && countries.of(country), count(language, orders, texts.orders)].filter(Boolean).join(' · ');

      return page(c, {
        title: texts.accountTitle,
        main: html`<h1>${texts.accountTitle}</h1>${customer ? signedIn(customer) : picker()}
        ${slot('your-data', 'data', html``)}`,
      });

      function signedIn(who: Customer) {
        return html`<div class="panel narrow">
          <p>${texts.signedInAs}</p>
          <p class="who"><strong>${who.name}</strong> <span class="badge">${texts.demoName}</span></p>
          <p class="quiet">${fill(texts.customerNumber, { id: who.id })} · ${about(who)}</p>
          <form method="post" action="${SHOP}/sign-out"><button>${texts.signOut}</button></form>
        </div>
        ${slot('order-status', 'order-status', html``)}
        ${slot('questions', 'form', html``)}`;
      }

      function picker() {
        const wrong = c.req.query('unknown');
        return html`<h2>${texts.chooseCustomer}</h2>
          <p class="quiet">${texts.chooseHint}</p>
          <form method="post" action="${SHOP}/sign-in">
            <ul class="people">${samples.map((who) => html`<li><button name="customer" value="${who.id}" aria-label="${fill(texts.signInAs, { name: who.name })}"><strong>${who.name}</strong> <span class="badge">${texts.demoName}</span><span class="quiet">${about(who)} · ${who.id}</span></button></li>`)}</ul>
          </form>
          <form class="any-customer" method="post" action="${SHOP}/sign-in">
            <label for="customer">${texts.anyCustomer}</label>
            <input id="customer" name="customer" inputmode="numeric" maxlength="10" required placeholder="${fill(texts.anyCustomerHint, { id: samples[0]?.id ?? '' })}" ${wrong ? html`aria-invalid="true" aria-describedby="wrong"` : ''} />
            <button class="main">${texts.signIn}</button>
            ${wrong ? html`<p id="wrong" class="wrong" role="alert">${fill(texts.unknownCustomer, { id: wrong })}</p>` : ''}
          </form>`;
      }
    })
    .post('/sign-in', async (c) => {
      const id = String((await c.req.parseBody()).customer ?? '').trim();
      const customer = customers.get(id);
      if (!customer) return c.redirect(`${SHOP}/account?unknown=${encodeURIComponent(id.slice(0, 10))}`, 303);
      const session = c.get('session');
      session.customer = customer.id;
      session.pending.push({ name: 'login', customer: customer.id });
      return c.redirect(SHOP, 303);
    })
    .post('/sign-out', (c) => {
      const session = c.get('session');
      const wasSignedIn = session.customer !== undefined;
      clearSession(session);
      if (wasSignedIn) session.pending.push({ name: 'logout' });
      return c.redirect(SHOP, 303);
    });
}
