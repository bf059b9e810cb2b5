import type { Decision } from '../../snippet/protocol.ts';
import type { Customer, Product } from './books.ts';
import type { CartLine } from './cart-lines.ts';
import { goods, itemOf } from './events.ts';
import { messages } from './messages/messages.ts';
import { productPath, SHOP } from './path.ts';
import { openPage } from './simulated-page.ts';
import type { Visitor } from './visitor.ts';

interface VisitOptions {
  origin: string;
  site: string;
  visitor: Visitor;
  /** What was really bought together. */
  lines: readonly CartLine[];
  /** What the shop offers, by its id. */
  products: ReadonlyMap<string, Product>;
  /** Who really bought it, where that is known. */
  buyer: Customer | undefined;
  sign: (customer: Customer) => Promise<string>;
  random: () => number;
  signal: AbortSignal;
}

const LOOKED_AT = 5;
const SIGNS_IN = 0.35;
const SEARCHES = 0.4;
const PUTS_IN_CART = 0.7;
const CHANGES_MIND = 0.1;
const CHECKS_OUT = 0.65;
/** Of those who check out, so that about one visit of four ends with an order. */
const BUYS = 0.6;
const CLICKS = 0.25;
/** Of what was opened on a shelf. */
const WANTS_IT = 0.3;

/** One visit, a step at a time: in at the front door, some looking about, a cart, sometimes an order. */
export async function* visit({
  origin,
  site,
  visitor,
  lines,
  products,
  buyer,
  sign,
  random,
  signal,
}: VisitOptions): AsyncGenerator<void> {
  const to = { origin, site, visitor, signal };
  const chance = (share: number) => random() < share;
  const [first] = lines;
  if (!first) return;

  const home = await openPage(to, {
    path: `${SHOP}${visitor.source.query}`,
    referrer: visitor.source.referrer,
    title: 'Pennywhistle',
    slots: ['greeting', 'home', 'news'],
  });
  yield;
  if (buyer && !visitor.customer && chance(SIGNS_IN)) {
    await home.tell([{ name: 'login', params: { identity: await sign(buyer) } }]);
    visitor.customer = buyer.id;
    yield;
  }
  const cart: CartLine[] = [];
  const clicked = chance(CLICKS) ? await clickFirst(home) : undefined;
  if (clicked) {
    yield;
    yield* lookAt(clicked, WANTS_IT);
  }

  yield* chance(SEARCHES) ? search(first.product) : browse(first.product);

  for (const line of lines.slice(0, 1 + Math.floor(random() * LOOKED_AT))) yield* lookAt(line, PUTS_IN_CART);
  if (cart.length > 1 && chance(CHANGES_MIND)) {
    const page = await openPage(to, { path: `${SHOP}/cart`, title: messages.en.yourCart, slots: ['cart'] });
    await page.tell([{ name: 'remove_from_cart', params: goods(cart.splice(0, 1)) }]);
    yield;
  }
  if (cart.length === 0) return;

  await openPage(to, {
    path: `${SHOP}/cart`,
    title: messages.en.yourCart,
    slots: ['cart'],
    events: [{ name: 'view_cart', params: goods(cart) }],
  });
  yield;
  if (!chance(CHECKS_OUT)) return;
  await openPage(to, {
    path: `${SHOP}/checkout`,
    title: messages.en.checkout,
    events: [{ name: 'begin_checkout', params: goods(cart) }],
  });
  yield;
  if (!chance(BUYS)) return;
  await openPage(to, {
    path: `${SHOP}/thank-you`,
    title: messages.en.thanks,
    events: [
      {
        name: 'purchase',
        params: {
          transaction_id: `SIM-${crypto.randomUUID().slice(0, 8).toUpperCase()}`,
          ...goods(cart),
          tax: 0,
          shipping: 0,
        },
      },
    ],
  });

  /** Opens its page, may put it into the cart, and may go on to what stands on the shelf there. */
  async function* lookAt(line: CartLine, wish: number): AsyncGenerator<void> {
    const page = await openPage(to, {
      path: productPath(line.product.id),
      title: line.product.name,
      slots: ['product'],
      events: [{ name: 'view_item', params: goods([{ ...line, quantity: 1 }]) }],
    });
    yield;
    if (chance(wish)) {
      await page.tell([{ name: 'add_to_cart', params: goods([line]) }]);
      cart.push(line);
      yield;
    }
    const next = chance(CLICKS) ? await clickFirst(page) : undefined;
    if (!next) return;
    yield;
    yield* lookAt(next, WANTS_IT);
  }

  async function* search({ name }: Product) {
    const term = name.split(' ').slice(-2).join(' ').toLowerCase();
    await openPage(to, {
      path: `${SHOP}/search?q=${encodeURIComponent(term)}`,
      title: term,
      events: [{ name: 'search', params: { search_term: term } }],
    });
    yield;
  }

  async function* browse(product: Product) {
    const name = messages.en.categories[product.category];
    const items = lines
      .filter((line) => line.product.category === product.category)
      .map((line) => itemOf(line.product));
    await openPage(to, {
      path: `${SHOP}/c/${product.category}`,
      title: name,
      events: [
        {
          name: 'view_item_list',
          params: { item_list_id: product.category, item_list_name: name, currency: 'GBP', items },
        },
      ],
    });
    yield;
  }

  /** A click on the first card that Vitrina showed on this page. */
  async function clickFirst({ decisions, tell }: Awaited<ReturnType<typeof openPage>>): Promise<CartLine | undefined> {
    for (const { id, slot, props } of decisions) {
      const product = products.get(firstCard(props) ?? '');
      if (!product) continue;
      await tell([{ name: 'slot_click', params: { decision: id, slot, item_id: product.id } }]);
      return { product, quantity: 1 };
    }
    return undefined;
  }
}

function firstCard(props: Decision['props']): string | undefined {
  const [card]: unknown[] = Array.isArray(props.items) ? props.items : [];
  return typeof card === 'object' && card !== null && 'id' in card && typeof card.id === 'string' ? card.id : undefined;
}
