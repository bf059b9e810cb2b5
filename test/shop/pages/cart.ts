import { Hono } from 'hono';
import { html } from 'hono/html';
import { type CartLine, cartLines } from '../cart-lines.ts';
import type { Catalogue } from '../catalogue.ts';
import { goods } from '../events.ts';
import type { Page } from '../layout.ts';
import { fill, type Language, type Messages } from '../messages/messages.ts';
import { formatPrice } from '../money.ts';
import { picturePath, productPath, SHOP } from '../path.ts';
import { productShelf } from '../product-shelf.ts';
import type { Session } from '../session.ts';
import type { ShopEnv } from '../shop-env.ts';
import { slot } from '../slot.ts';
import { totals } from '../totals.ts';

const MOST_OF_ONE = 999;

export function cartPage({ catalogue, page }: { catalogue: Catalogue; page: Page }) {
  return new Hono<ShopEnv>()
    .get('/cart', (c) => {
      const [texts, language, { cart }] = [c.get('texts'), c.get('language'), c.get('session')];
      const lines = cartLines(catalogue, cart);
      const others = catalogue.bestsellers.filter((product) => !cart.has(product.id));
      return page(c, {
        title: texts.yourCart,
        calls: lines.length ? [{ name: 'view_cart', params: goods(lines) }] : [],
        main: html`
          <h1>${texts.yourCart}</h1>
          ${lines.length ? filled(lines) : html`<p>${texts.emptyCart}</p><p><a class="button" href="${SHOP}">${texts.keepShopping}</a></p>`}
          ${slot('cart', 'shelf', productShelf({ title: texts.goesWith, products: others, language }))}`,
      });

      function filled(lines: CartLine[]) {
        return html`<div class="two-columns">
          <ul class="cart">${lines.map((line) => cartRow(line, texts, language))}</ul>
          <aside class="panel">
            ${totals(lines, texts, language)}
            <a class="button" href="${SHOP}/checkout">${texts.checkout}</a>
          </aside>
        </div>`;
      }
    })
    .post('/cart/add', async (c, next) => {
      const form = await c.req.parseBody();
      const product = catalogue.find(String(form.item));
      if (!product?.inStock) return next();
      const { cart } = c.get('session');
      setQuantity(
        { session: c.get('session'), catalogue },
        product.id,
        (cart.get(product.id) ?? 0) + quantityIn(form.quantity, 1),
      );
      c.get('session').notice = fill(c.get('texts').added, { name: product.name });
      return c.redirect(`${SHOP}/cart`, 303);
    })
    .post('/cart/set', async (c, next) => {
      const form = await c.req.parseBody();
      const product = catalogue.find(String(form.remove ?? form.item));
      if (!product) return next();
      const quantity = form.remove === undefined ? quantityIn(form.quantity, 0) : 0;
      setQuantity({ session: c.get('session'), catalogue }, product.id, quantity);
      if (quantity === 0) c.get('session').notice = fill(c.get('texts').removed, { name: product.name });
      return c.redirect(`${SHOP}/cart`, 303);
    });
}

function cartRow({ product, quantity }: CartLine, texts: Messages, language: Language) {
  return html`<li>
    <a href="${productPath(product.id)}" tabindex="-1" aria-hidden="true"><img src="${picturePath(product.id)}" alt="" width="400" height="400" /></a>
    <div>
      <a href="${productPath(product.id)}" lang="en">${product.name}</a>
      <p class="quiet">${formatPrice(product.price, language)}</p>
      <form method="post" action="${SHOP}/cart/set">
        <input type="hidden" name="item" value="${product.id}" />
        <input name="quantity" type="number" min="0" max="${MOST_OF_ONE}" value="${quantity}" inputmode="numeric" required aria-label="${fill(texts.quantityOf, { name: product.name })}" />
        <button>${texts.update}</button>
        <button class="link" name="remove" value="${product.id}" aria-label="${fill(texts.removeItem, { name: product.name })}">${texts.remove}</button>
      </form>
    </div>
    <strong>${formatPrice(product.price * quantity, language)}</strong>
  </li>`;
}

/** Changes the cart, and lets the next page tell the difference. */
function setQuantity({ session, catalogue }: { session: Session; catalogue: Catalogue }, item: string, wanted: number) {
  const before = session.cart.get(item) ?? 0;
  const quantity = Math.min(MOST_OF_ONE, wanted);
  if (quantity === 0) session.cart.delete(item);
  else session.cart.set(item, quantity);
  if (quantity === before) return;
  session.pending.push({
    name: quantity > before ? 'add_to_cart' : 'remove_from_cart',
    params: goods(cartLines(catalogue, [[item, Math.abs(quantity - before)]])),
  });
}

const quantityIn = (text: unknown, least: number) => Math.max(least, Math.trunc(Number(text)) || least);
