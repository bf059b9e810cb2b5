import { closest } from './closest.ts';
import { on } from './on.ts';
import { quietly } from './quietly.ts';
import { say } from './say.ts';

/**
 * WooCommerce: what its scripts tell each other by events that only jQuery hears, and what its pages show where they tell
 * nothing. Loads only on its pages.
 */
const ACTS =
  'added_to_cart removed_from_cart added_to_wishlist removed_from_wishlist applied_coupon removed_coupon applied_coupon_in_checkout removed_coupon_in_checkout checkout_error';
/** After which the page may show another cart, way of shipping or of paying. */
const CHANGES = 'updated_cart_totals wc_fragments_refreshed wc_cart_emptied updated_checkout payment_method_selected';

const find = (selector: string, within: ParentNode = document) => within.querySelector<HTMLInputElement>(selector);
const findAll = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];

const shown: Record<string, string> = {};

/** What was shown first is no choice of the visitor's. The checkout is calculated anew for each letter of an address. */
function show(event: string, now: unknown, isNews?: unknown) {
  const text = JSON.stringify(now);
  if (!text || text === shown[event]) return;
  if (isNews || shown[event]) say('woo', event, {}, now);
  shown[event] = text;
}

function look(isFirst?: boolean) {
  // The same product may stand in a small cart of the head and in one beside the page.
  const lines = new Map(
    findAll('a.remove[data-product_id]').map((link) => {
      const row = link.closest('.cart_item,li') ?? link;
      const quantity = find('.qty', row)?.value ?? find('.quantity', row)?.textContent;
      return [link.getAttribute('href'), { ...link.dataset, quantity }];
    }),
  );
  if (lines.size || find('.cart-empty,[class*=cart__empty]'))
    show('updated_cart_totals', [...lines.values()], isFirst && find('.woocommerce-cart-form,.cart-empty'));
  show('payment_method_selected', find('[name=payment_method]:checked')?.value);
  show('updated_checkout', find('[name^=shipping_method]:checked,[name^=shipping_method]:not([type=radio])')?.value);
}

Reflect.get(
  window,
  'jQuery',
)?.(document.body)
  .on(
    ACTS,
    quietly(({ type }: Event, ...words: unknown[]) => {
      const data = words.map((word) => Object(word)[0]?.dataset).find(Boolean);
      say('woo', type, { ...data }, /coupon/.test(type) && words[0]);
    }),
  )
  // Scripts that replace what is shown are called by the same events, some of them after us.
  .on(CHANGES, () => setTimeout(quietly(() => look())));

// A page that sends its form goes to the next one without any event. Whoever sends it by a script is heard otherwise.
addEventListener(
  'submit',
  quietly(({ target, defaultPrevented }) => {
    const form: Record<string, HTMLInputElement | undefined> = Object(target);
    const product_id = form['add-to-cart']?.value;
    if (!defaultPrevented && product_id && form.quantity)
      say('woo', 'added_to_cart', {
        product_id,
        variation_id: form.variation_id?.value,
        quantity: form.quantity.value,
      });
  }),
);
on('click', ({ target }) => {
  const link = closest(target, 'a');
  const product = link?.matches('.woocommerce-LoopProduct-link') && link.closest('.product');
  if (product) say('woo', 'click', { ...find('[data-product_id]', product)?.dataset });
});

quietly(look)(true);
if (find('form.checkout,.wp-block-woocommerce-checkout')) say('woo', 'init_checkout');
const [, order] = /order-received[=/](\d+)/.exec(location.href) ?? [];
if (order && !find('[class*=order-failed]'))
  say(
    'woo',
    'order_received',
    { order },
    findAll('tfoot .amount').map((amount) => amount.closest('td')?.textContent),
  );

/** It has begun as it was loaded: it is asked for more than once. */
export const begin = () => {};
