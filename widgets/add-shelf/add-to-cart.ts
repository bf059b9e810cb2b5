import type { Card } from '../define.ts';

/** `choose`: it has to be chosen on the product's own page, of which colour or size. */
export type Outcome = 'added' | 'failed' | 'choose';

/** What a page hears that adds to its cart itself: `vitrina-add` on the slot, whose default it prevents. */
export interface AddDetail {
  item_id: string;
  name: string;
  url: string;
  /** Until this is done it is being added; where it rejects, it was not. */
  until(done: Promise<unknown>): void;
}

/**
 * Puts one piece of a product into the shop's own cart: by the page, where it hears; else as Shopify or WooCommerce does. Where it is none of
 * them, or there is something to be chosen, the product's page does it.
 */
export async function addToCart({ id, name, url }: Pick<Card, 'id' | 'name' | 'url'>, from: Element): Promise<Outcome> {
  let done: Promise<unknown> = Promise.resolve();
  const detail: AddDetail = {
    ...{ item_id: id, name, url },
    until: (promise) => {
      done = promise;
    },
  };
  const asked = new CustomEvent('vitrina-add', { bubbles: true, composed: true, cancelable: true, detail });
  try {
    if (!from.dispatchEvent(asked)) return await done.then(() => 'added' as const);
    const page = new URL(url, location.href);
    const { Shopify, jQuery, wc_add_to_cart_params: woo }: Globals = Object(window);
    // A cart of another site is none of this one's.
    if (page.origin !== location.origin) return 'choose';
    if (Shopify?.routes) return await addToShopify(page, Shopify.routes.root);
    return woo && jQuery ? await addToWoo(id, woo.wc_ajax_url, jQuery) : 'choose';
  } catch {
    return 'failed';
  }
}

/** What the shops' systems have on every page. */
interface Globals {
  /** https://shopify.dev/docs/api/ajax: it ends in a slash. */
  Shopify?: { routes?: { root: string } };
  wc_add_to_cart_params?: { wc_ajax_url: string };
  jQuery?: JQuery;
}

type JQuery = (of: Element) => { trigger(name: string, words: unknown[]): void };

/** A cart is given a variant: one of which there are several is chosen on the product's page. */
async function addToShopify({ pathname }: URL, root: string): Promise<Outcome> {
  const { variants } = await read(await fetch(`${pathname}.js`));
  const [variant, other] = variants;
  if (other) return 'choose';
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ items: [{ id: variant.id, quantity: 1 }] });
  await read(await fetch(`${root}cart/add.js`, { method: 'POST', headers, body }));
  return 'added';
}

async function addToWoo(id: string, endpoint: string, jQuery: JQuery): Promise<Outcome> {
  const body = new URLSearchParams({ product_id: id, quantity: '1' });
  const told = await read(await fetch(endpoint.replace('%%endpoint%%', 'add_to_cart'), { method: 'POST', body }));
  if (told.error) return 'choose';
  // By it themes draw their cart anew, and what was added is told as of any of the shop's own buttons.
  const pressed = Object.assign(document.createElement('a'), { className: 'add_to_cart_button' });
  pressed.dataset.product_id = id;
  jQuery(document.body).trigger('added_to_cart', [told.fragments, told.cart_hash, jQuery(pressed)]);
  return 'added';
}

// biome-ignore lint/suspicious/noExplicitAny: it is the shop's own answer, and whatever it lacks is a failure
async function read(answer: Response): Promise<any> {
  if (!answer.ok) throw answer;
  return answer.json();
}
