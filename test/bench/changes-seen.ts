import { randomBytes } from 'node:crypto';
import { percentile } from './percentile.ts';
import type { RealShop } from './real-shop.ts';
import type { Shelf, shopAt } from './shop-at.ts';

const times = 100;
/** ms, after which nothing more is expected. */
const longest = 10_000;

/** How long after something was sent an answer of `/v1/recommendations` shows it; asked again until it does. */
export async function changesSeen({ products, customers }: RealShop, at: ReturnType<typeof shopAt>) {
  const product = (place: number) => products[place % products.length]?.id ?? '';
  const items = (id: string) => ({ items: [{ item_id: id }] });

  /** A stranger's first look: what goes with it takes the place of what is popular. */
  const view = async (turn: number) => {
    const browser = at.browser();
    await browser.tell(['page_view', {}]);
    const home = () => browser.ask({ recipe: 'for-you' });
    const before = await home();
    return untilShown(
      () => browser.tell(['view_item', items(product(turn))]),
      home,
      (shelf) => shelf.recipe !== before.recipe,
    );
  };
  /** An empty cart has no shelf. */
  const cart = async (turn: number) => {
    const browser = at.browser();
    await browser.tell(['page_view', {}]);
    return untilShown(
      () => browser.tell(['add_to_cart', items(product(turn))]),
      () => browser.ask({ slot: 'cart' }),
      ({ items }) => items.length > 0,
    );
  };
  /** What somebody has bought is not shown to them again, on the device on which they have signed in. */
  const order = async (turn: number) => {
    const browser = at.browser();
    const customer = customers[turn * 7]?.id ?? '';
    await browser.tell(['page_view', {}], ['login', { identity: await at.signed(customer) }]);
    const home = () => browser.ask({ recipe: 'for-you' });
    const [first] = (await home()).items;
    if (!first) throw new RangeError(`nothing for ${customer}`);
    return untilShown(
      () => at.order(`bench-${randomBytes(6).toString('hex')}`, customer, first.id),
      home,
      isWithout(first.id),
    );
  };
  const stock = async (turn: number) => {
    const browser = at.browser();
    const beside = () => browser.ask({ slot: 'product', product: product(turn) });
    const [first] = (await beside()).items;
    if (!first) throw new RangeError(`nothing beside ${product(turn)}`);
    const stock = await at.stockOf(first.id);
    const took = await untilShown(() => stock('out_of_stock'), beside, isWithout(first.id));
    await stock('in_stock');
    return took;
  };

  return {
    view: await figuresOf(view),
    addToCart: await figuresOf(cart),
    order: await figuresOf(order),
    outOfStock: await figuresOf(stock),
  };
}

function isWithout(id: string) {
  return ({ items }: Shelf) => items.every((item) => item.id !== id);
}

/** ms from sending on. */
async function untilShown(
  send: () => Promise<unknown>,
  ask: () => Promise<Shelf>,
  isShown: (shelf: Shelf) => boolean,
): Promise<number> {
  const start = performance.now();
  await send();
  while (!isShown(await ask())) if (performance.now() - start > longest) throw new Error('nothing has changed');
  return performance.now() - start;
}

async function figuresOf(once: (turn: number) => Promise<number>) {
  const took = new Float64Array(times);
  for (let turn = 0; turn < times; turn++) took[turn] = await once(turn);
  const [p50, p99, max] = [0.5, 0.99, 1].map((share) => Math.round(percentile(took, share) * 10) / 10);
  return { p50, p99, max };
}
