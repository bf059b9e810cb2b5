import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { beforeEach, expect, test } from 'vitest';
import { late, open, told } from './snippet-said.ts';
import { setStage, stage } from './snippet-stage.ts';

setStage();

/** The one that WordPress brings. */
const jquery = fileURLToPath(import.meta.resolve('jquery/dist/jquery.min.js'));

beforeEach(async () => stage.shop.file('/jquery.js', await readFile(jquery, 'utf8')));

/** A page as WooCommerce's templates print it, with its jQuery. */
async function openWoo(path: string, body: string) {
  await open('', `<script src="/jquery.js"></script><div class="woocommerce">${body}</div>`, path);
  // No text: what is looked at twice would be evaluated, which the shop's policy forbids.
  await stage.page.waitForFunction(() => Reflect.get(window, 'jQuery')._data(document.body, 'events'));
}

/** An event as its scripts make it. */
const trigger = (name: string, words = '[]') => late(`jQuery(document.body).trigger('${name}', ${words}) && 0`);

const line = (id: number, quantity: string) =>
  `<li class="mini_cart_item"><a href="/cart/?remove_item=${id}" class="remove" data-product_id="${id}" data-product_sku="">×</a>${quantity}</li>`;
const inSmallCart = (id: number, quantity: number) =>
  line(id, `<span class="quantity">${quantity} × <b>£2.55</b></span>`);
const inCart = (id: number, quantity: number) =>
  `<table>${`<tr class="cart_item"><td>${line(id, '').replace(/<\/?li[^>]*>/g, '')}<td><div class="quantity"><input class="qty" value="${quantity}"></div></tr>`}</table>`;

test('a button of a list, a coupon and a wishlist are heard by their events, with the data of what was pressed', async () => {
  await openWoo('/shop', '<button data-product_id="27" data-product_sku="mug" data-quantity="2">Buy</button>');
  await trigger('added_to_cart', `[{'div.cart': '<p>'}, 'hash', jQuery('button')]`);
  await trigger('applied_coupon', `['TEA']`);
  await trigger('removed_coupon_in_checkout', `['TEA']`);
  await trigger('added_to_wishlist', `[jQuery('button'), jQuery('div')]`);
  await trigger('checkout_error', `['<ul><li>Olha, your phone</li></ul>']`);
  const mug = { item_id: '27', item_sku: 'mug', quantity: 2 };
  expect(await told()).toEqual([
    { way: 'woo', name: 'add_to_cart', items: [mug] },
    { way: 'woo', name: 'coupon_applied', coupon: 'TEA' },
    { way: 'woo', name: 'coupon_removed', coupon: 'TEA' },
    { way: 'woo', name: 'add_to_wishlist', items: [mug] },
    { way: 'woo', name: 'alert', form_name: 'checkout' },
  ]);
  expect(JSON.stringify(stage.collector.batches)).not.toContain('Olha');
});

test('the form of a product goes to the next page, and is told before; the one that a script sends is not told twice', async () => {
  stage.shop.page('/next');
  const form = `<form class="cart" action="/next"><input name="quantity" value="3"><input type="hidden" name="product_id" value="27">
    <input type="hidden" name="variation_id" value="31"><button name="add-to-cart" value="27">Add</button></form>`;
  await openWoo('/product', form);
  await late(`jQuery('form').one('submit', (event) => event.preventDefault()) && 0`);
  await stage.page.getByText('Add').click();
  await stage.page.getByText('Add').click();
  await stage.page.waitForURL('**/next?*');
  expect(await told()).toEqual([
    { way: 'woo', name: 'add_to_cart', items: [{ item_id: '27', item_sku: '31', quantity: 3 }] },
  ]);
});

test('a click on a product of a list says which one', async () => {
  await openWoo(
    '/shop',
    '<ul><li class="product"><a href="#cup" class="woocommerce-LoopProduct-link"><b>Cup</b></a><a data-product_id="27" class="button">Add</a></li></ul>',
  );
  await stage.page.getByText('Cup').click();
  expect(await told()).toEqual([{ way: 'woo', name: 'select_item', items: [{ item_id: '27' }] }]);
});

test('a cart is told as it is shown, and again when it has changed, until it is empty', async () => {
  await openWoo(
    '/cart',
    `<div hidden><form class="woocommerce-cart-form">${inCart(27, 1)}${inCart(28, 2)}</form></div>`,
  );
  await trigger('updated_cart_totals');
  await late(`jQuery('.qty')[0].value = 5`);
  await trigger('updated_cart_totals');
  await late(`new Promise((later) => setTimeout(later, 20))`);
  await late(`jQuery('form').replaceWith('<p class="cart-empty">Empty</p>') && 0`);
  await trigger('wc_cart_emptied');
  await late(`new Promise((later) => setTimeout(later, 20))`);
  const items = (first: number) => [
    { item_id: '27', quantity: first },
    { item_id: '28', quantity: 2 },
  ];
  expect(await told()).toEqual([
    { way: 'woo', name: 'view_cart', items: items(1) },
    { way: 'woo', name: 'view_cart', items: items(5) },
    { way: 'woo', name: 'view_cart', items: [] },
  ]);
});

test('a small cart says nothing as a page opens, and what is in it once it has changed', async () => {
  await openWoo('/shop', `<div hidden><ul>${inSmallCart(27, 1)}</ul><ul>${inSmallCart(27, 1)}</ul></div>`);
  await trigger('wc_fragments_refreshed');
  await late(`jQuery('ul').each((_, list) => jQuery(list).append(${JSON.stringify(inSmallCart(28, 2))})) && 0`);
  await trigger('wc_fragments_refreshed');
  await late(`new Promise((later) => setTimeout(later, 20))`);
  expect(await told()).toEqual([
    {
      way: 'woo',
      name: 'view_cart',
      items: [
        { item_id: '27', quantity: 1 },
        { item_id: '28', quantity: 2 },
      ],
    },
  ]);
});

test('a checkout is begun, and another way of shipping or paying is told once, what was chosen for the visitor not', async () => {
  const choice = (name: string, value: string, on = '') =>
    `<label><input type="radio" name="${name}" value="${value}" ${on}>${value}</label>`;
  await openWoo(
    '/checkout',
    `<form class="checkout woocommerce-checkout">${choice('shipping_method[0]', 'flat_rate:1', 'checked')}${choice('shipping_method[0]', 'pickup:2')}
     ${choice('payment_method', 'cod', 'checked')}${choice('payment_method', 'liqpay')}</form>`,
  );
  await trigger('updated_checkout', `[{result: 'success', fragments: {}}]`);
  await trigger('payment_method_selected');
  await stage.page.getByLabel('liqpay').check();
  await trigger('payment_method_selected');
  await stage.page.getByLabel('pickup:2').check();
  for (let letter = 0; letter < 3; letter++) await trigger('updated_checkout', `[{result: 'success', fragments: {}}]`);
  await late(`new Promise((later) => setTimeout(later, 20))`);
  expect(await told()).toEqual([
    { way: 'woo', name: 'begin_checkout' },
    { way: 'woo', name: 'add_payment_info', payment_type: 'liqpay' },
    { way: 'woo', name: 'add_shipping_info', shipping_tier: 'pickup:2' },
  ]);
});

test('the page of thanks says the order and its sums; an order that was not paid says nothing', async () => {
  const sum = (name: string, amount: string) =>
    `<tr><th>${name}</th><td>${amount.replace(/£[\d.]+/, '<span class="amount">$&</span>')}</td></tr>`;
  const table = `<table class="order_details"><tfoot>${sum('Subtotal:', '£20.00')}${sum('Discount:', '-£2.00')}${sum('Shipping:', '£5.00 via Post')}
    <tr><th>Note:</th><td>Ring at Olha’s</td></tr>${sum('Total:', '£23.00 (includes £3.00 VAT)')}</tfoot></table>`;
  await openWoo('/checkout/order-received/7001/', table);
  expect(await told()).toEqual([
    { way: 'woo', name: 'purchase', transaction_id: '7001', value: 18, discount: 2, total: 23 },
  ]);
  await openWoo('/checkout/order-received/7002/', '<p class="woocommerce-thankyou-order-failed">Declined</p>');
  expect((await told()).length).toBe(1);
  expect(JSON.stringify(stage.collector.batches)).not.toContain('Olha');
});
