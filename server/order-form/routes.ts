import { Hono } from 'hono';
import { z } from 'zod';
import { prefillFields } from '../../widgets/prefill/definition.ts';
import type { Staff } from '../staff/table.ts';
import type { Store } from '../store/store.ts';
import { jsonBody } from '../valid.ts';
import { OrderForm } from './order-form.ts';
import type { OrderFormBook } from './order-form-book.ts';

type Env = { Variables: { shop: { orderForm: OrderFormBook; store: Store }; staff: Staff } };

/** Whether visitors are helped with the order form, and which of its fields were found there. */
export function orderFormRoutes({ now }: { now(): number }) {
  return new Hono<Env>()
    .get('/', async (c) => {
      const { orderForm, store } = c.get('shop');
      return c.json({ ...orderForm.current, history: await orderForm.history(), found: await newestFound(store) });
    })
    .put('/', jsonBody(OrderForm), async (c) => {
      const who = { by: c.get('staff').email, at: now() };
      await c.get('shop').orderForm.choose(c.req.valid('json'), who);
      return c.body(null, 204);
    });
}

/** What a page says of the form; each part of it may be anything, as pages can say anything. */
const Found = z.object({
  fields: z.array(z.string()).max(50).catch([]),
  others: z.array(z.string().max(80)).max(50).catch([]),
});

/** What the last visitor's page found; null where no page with the widget has been opened. */
async function newestFound(store: Pick<Store, 'all'>) {
  const [row] = await store.all(newest, []);
  if (!row) return null;
  const { fields, others } = Found.parse(JSON.parse(String(row[1] ?? '{}')));
  return {
    /** ms since 1970. */
    at: Number(row[0]),
    path: String(row[2] ?? ''),
    fields: prefillFields.filter((field) => fields.includes(field)),
    /** Names of fields that nothing is known for. */
    others,
  };
}

const newest =
  "SELECT at, body ->> '$.params', body ->> '$.page.path' FROM log WHERE name = 'order_form' ORDER BY at DESC LIMIT 1";
