import { Hono } from 'hono';
import { limitBody } from '../limit-body.ts';
import { Problem } from '../problem.ts';
import { CouponListName, codesIn } from './code.ts';
import type { CouponBook } from './coupon-book.ts';

interface Env {
  Variables: { shop: { coupons: CouponBook } };
}

const largest = 4 * 1024 * 1024;
/** Of all lists together. */
const most = 200_000;

/** The merchant's lists of codes: how many of each were taken and used; more of them as a text, one code in each line. */
export function couponRoutes() {
  return new Hono<Env>()
    .get('/', async (c) => c.json({ lists: await c.get('shop').coupons.lists() }))
    .post('/:list', limitBody(largest, 'A list is at most 4 MB.'), async (c) => {
      const { coupons } = c.get('shop');
      const list = nameOf(c.req.param('list'));
      const { codes, wrong } = codesIn(await c.req.text());
      if (wrong !== null)
        throw new Problem(422, 'not-a-code', `"${wrong}" is no code: letters, digits and . _ - only, at most 40.`);
      if (codes.length === 0) throw new Problem(422, 'no-codes', 'There is no code in it.');
      const kept = (await coupons.lists()).reduce((sum, one) => sum + one.codes, 0);
      if (kept + codes.length > most)
        throw new Problem(409, 'too-many-codes', `A shop has at most ${most} codes; take back a list first.`);
      const added = await coupons.add(list, codes);
      return c.json({ added, known: codes.length - added });
    })
    .delete('/:list', async (c) => {
      const withdrawn = await c.get('shop').coupons.withdraw(nameOf(c.req.param('list')));
      return c.json({ withdrawn });
    });
}

function nameOf(said: string): string {
  const named = CouponListName.safeParse(said);
  if (!named.success) throw new Problem(422, 'invalid', named.error.issues[0]?.message ?? 'invalid', { field: 'list' });
  return named.data;
}
