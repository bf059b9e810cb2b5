import { Hono } from 'hono';
import { html } from 'hono/html';
import type { Catalogue } from '../catalogue.ts';
import { goods } from '../events.ts';
import type { Page } from '../layout.ts';
import { fill } from '../messages/messages.ts';
import { count } from '../messages/plural.ts';
import { formatPrice } from '../money.ts';
import { picturePath, SHOP } from '../path.ts';
import { productShelf } from '../product-shelf.ts';
import type { ShopEnv } from '../shop-env.ts';
import { slot } from '../slot.ts';

export function productPage({ catalogue, page }: { catalogue: Catalogue; page: Page }) {
  return new Hono<ShopEnv>().get('/p/:id', async (c, next) => {
    const [texts, language] = [c.get('texts'), c.get('language')];
    const product = catalogue.find(c.req.param('id'));
    if (!product) return next();
    const category = texts.categories[product.category];
    const others = catalogue.inCategory(product.category).filter((other) => other !== product && other.inStock);
    return page(c, {
      title: product.name,
      calls: [{ name: 'view_item', params: goods([{ product, quantity: 1 }]) }],
      main: html`
        <nav class="crumbs" aria-label="${texts.trail}"><a href="${SHOP}">${texts.home}</a> <span aria-hidden="true">/</span> <a href="${SHOP}/c/${product.category}">${category}</a></nav>
        <article class="product">
          <img src="${picturePath(product.id)}" alt="" width="400" height="400" />
          <div>
            <h1 lang="en">${product.name}</h1>
            <p class="price">${formatPrice(product.price, language)}</p>
            <p class="stock ${product.inStock ? 'in' : 'out'}">${product.inStock ? texts.inStock : texts.outOfStock}</p>
            ${product.inStock ? addForm() : ''}
            <p class="quiet">${count(language, product.orders, texts.inOrders)} · ${fill(texts.productNumber, { id: product.id })}</p>
          </div>
        </article>
        ${slot('product', 'shelf', productShelf({ title: fill(texts.moreLike, { category }), products: others, language }))}`,
    });

    function addForm() {
      return html`<form class="add" method="post" action="${SHOP}/cart/add">
        <input type="hidden" name="item" value="${c.req.param('id')}" />
        <label for="quantity">${texts.quantity}</label>
        <input id="quantity" name="quantity" type="number" min="1" max="999" value="1" inputmode="numeric" required />
        <button class="main">${texts.addToCart}</button>
      </form>`;
    }
  });
}
