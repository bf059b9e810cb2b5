import { html } from 'hono/html';
import type { Product } from './books.ts';
import type { Language } from './messages/messages.ts';
import { formatPrice } from './money.ts';
import { picturePath, productPath } from './path.ts';

/** A product as the shop's lists show it. Its name is English whatever the page's language is. */
function productCard(product: Product, language: Language) {
  return html`<a class="card" href="${productPath(product.id)}">
    <img src="${picturePath(product.id)}" alt="" width="400" height="400" loading="lazy" />
    <span class="card-name" lang="en">${product.name}</span>
    <span class="card-price">${formatPrice(product.price, language)}</span>
  </a>`;
}

/** One row of products: the shop's own content of a slot. */
export function productShelf({
  title,
  products,
  language,
}: {
  title: string;
  products: readonly Product[];
  language: Language;
}) {
  return html`<section aria-label="${title}">
    <h2>${title}</h2>
    <ul class="shelf">${products.slice(0, 10).map((product) => html`<li>${productCard(product, language)}</li>`)}</ul>
  </section>`;
}

export function productGrid(products: readonly Product[], language: Language) {
  return html`<ul class="grid">${products.map((product) => html`<li>${productCard(product, language)}</li>`)}</ul>`;
}
