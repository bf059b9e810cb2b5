import { Hono } from 'hono';
import { z } from 'zod';
import type { LiveCatalog } from '../catalog/catalog.ts';
import { newVisitor } from '../identity/visitor-token.ts';
import type { LogEvent } from '../log/log-event.ts';
import type { Money } from '../money.ts';
import type { Staff } from '../staff/table.ts';
import { jsonBody } from '../valid.ts';
import { catalogueVisitor, type SeenBook, seenEvents } from './seen-book.ts';
import { likely, needed, productOf, type SeenProduct } from './seen-product.ts';

interface Env {
  Variables: {
    staff: Staff;
    shop: { catalog: LiveCatalog; seen: SeenBook; record(events: readonly LogEvent[]): Promise<unknown> };
  };
}

/** A product that pages tell of, with what most say of it. */
export interface SeenView {
  id: string;
  name: string | null;
  price: Money | null;
  url: string | null;
  image: string | null;
  /** Networks on the day on which they were most. */
  witnesses: number;
  /** `trusted`: enough agree. */
  state: 'seen' | 'trusted' | 'accepted' | 'ignored';
  at: number;
}

const shown = 200;
const Word = z.object({
  products: z.array(z.string().max(100)).min(1).max(shown),
  word: z.enum(['accepted', 'ignored']),
});

/** What pages tell of products that the shop has not named itself, and the merchant's word about it. */
export function seenRoutes({ now }: { now(): number }) {
  return new Hono<Env>()
    .get('/', (c) => {
      const { seen, catalog } = c.get('shop');
      const all = seen.all().filter(({ id }) => !catalog.isOwn(id));
      return c.json({ needed, total: all.length, products: all.slice(0, shown).map(viewOf) });
    })
    .post('/', jsonBody(Word), async (c) => {
      const { seen, record } = c.get('shop');
      const { products, word } = c.req.valid('json');
      const known = products.flatMap((id) => seen.get(id) ?? []);
      const events = known.map((product) => ({
        ...{ id: newVisitor(), visitor: catalogueVisitor, at: now(), name: seenEvents[word] },
        params: { product: product.id, says: likely(product), staff: c.get('staff').email },
      }));
      if (events.length > 0) await record(events);
      return c.json({ changed: events.length });
    });
}

function viewOf(product: SeenProduct): SeenView {
  const { id, word, most, lastAt } = product;
  const { name = null, url = null, image = null, price } = likely(product);
  const [, amount, currency] = /^(\d+) ([A-Z]{3})$/.exec(price ?? '') ?? [];
  return {
    ...{ id, name, url, image, witnesses: most, at: lastAt },
    price: amount && currency ? { amount: Number(amount), currency } : null,
    state: word ?? (productOf(product) ? 'trusted' : 'seen'),
  };
}
