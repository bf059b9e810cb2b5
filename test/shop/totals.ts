import { html } from 'hono/html';
import { type CartLine, total } from './cart-lines.ts';
import type { Language, Messages } from './messages/messages.ts';
import { formatPrice } from './money.ts';

/** What it costs; the post is on the house. */
export function totals(lines: readonly CartLine[], texts: Messages, language: Language) {
  const sum = formatPrice(total(lines), language);
  return html`<dl class="totals">
    <div><dt>${texts.subtotal}</dt><dd>${sum}</dd></div>
    <div><dt>${texts.postage}</dt><dd>${texts.free}</dd></div>
    <div class="sum"><dt>${texts.total}</dt><dd>${sum}</dd></div>
  </dl>`;
}

/** The things of an order, to read. */
export function orderedItems(lines: readonly CartLine[], language: Language) {
  return html`<ul class="ordered">${lines.map(({ product, quantity }) => html`<li><span>${quantity} × <span lang="en">${product.name}</span></span> <span>${formatPrice(product.price * quantity, language)}</span></li>`)}</ul>`;
}
