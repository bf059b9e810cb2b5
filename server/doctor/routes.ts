import { Hono } from 'hono';
import type { Store } from '../store/store.ts';
import { orderSides } from './order-sides.ts';
import { type CountRow, reportDays, reportOf } from './report.ts';

interface Env {
  Variables: { shop: { store: Store; save(): Promise<void> } };
}

const dayLength = 86_400_000;

/** How the shop's data is. */
export function doctorRoutes({ now }: { now(): number }) {
  return new Hono<Env>().get('/', async (c) => {
    const { store, save } = c.get('shop');
    const at = now();
    await save();
    const first = Math.floor(at / dayLength) - reportDays + 1;
    const [rows, orders] = await Promise.all([countsSince(store, first), orderSides(store, first * dayLength)]);
    return c.json(reportOf(rows, orders, at));
  });
}

async function countsSince(store: Store, day: number): Promise<CountRow[]> {
  const rows = await store.all(
    'SELECT day, kind, name, count, example, last FROM door_counts WHERE day >= ? ORDER BY day, kind, name',
    [day],
  );
  return rows.map(([day, kind, name, count, example, last]) => ({ day, kind, name, count, example, last }) as CountRow);
}
