import { Hono } from 'hono';
import { stream } from 'hono/streaming';
import { z } from 'zod';
import type { OpenShop } from '../collect/open-shop.ts';
import { decimalOf, minorUnits } from '../money.ts';
import { Problem } from '../problem.ts';
import { byteOrderMark } from '../segments/csv.ts';
import type { Staff } from '../staff/table.ts';
import { jsonBody, query } from '../valid.ts';
import { type CostTerms, TermsIn } from './cost-rule.ts';
import { profitOfPerson } from './of-person.ts';
import { type ProfitReport, profitReport, type Question, sortings } from './report.ts';
import { dropTerms, type KeptTerms, keepTerms, readRules } from './rule-book.ts';
import { dimensions } from './sheet.ts';
import { profitLines } from './to-csv.ts';

type Env = { Variables: { shop: OpenShop; staff: Staff } };

const date = z.iso.date('write the day as 2026-11-21');
const Asked = z.object({
  from: date,
  to: date,
  by: z.enum(dimensions).default('customer'),
  /** Only of this one: `product` and its id; no `key` for what is not known. */
  of: z.enum(dimensions).optional(),
  key: z.string().max(300).optional(),
  sort: z.enum(sortings).default('profit'),
  order: z.enum(['most', 'least']).default('most'),
});
const Page = Asked.extend({ cursor: z.coerce.number().int().min(0).optional() });
const File = Asked.extend({ separator: z.enum(['semicolon', 'comma']).default('semicolon') });
const Draft = TermsIn.extend({ rule: z.string().max(40).optional(), from: date, to: date });
const Since = z.object({ since: date.optional() });
const ruleId = /^[\w-]{1,40}$/;

const size = 50;
const mostLines = 50_000;

/** What the shop's sales leave: `/` by whom and what, `/of/` a visitor's person; the rules of its indirect costs, and what one would change. */
export function profitRoutes({ now }: { now(): number }) {
  return new Hono<Env>()
    .get('/', query(Page), async (c) => {
      const shop = c.get('shop');
      const asked = c.req.valid('query');
      const question = questionOf(asked, { cursor: asked.cursor ?? 0, limit: size });
      return c.json(await profitReport(question, { rules: await readRules(shop.store), now: now() }, shop));
    })
    .get('/table.csv', query(File), async (c) => {
      const shop = c.get('shop');
      const asked = c.req.valid('query');
      const question = questionOf(asked, { cursor: 0, limit: mostLines });
      const report = await profitReport(question, { rules: await readRules(shop.store), now: now() }, shop);
      const name = `profit-${asked.by}-${asked.from}-${asked.to}.csv`;
      c.header('content-type', 'text/csv; charset=utf-8');
      c.header('content-disposition', `attachment; filename="${name}"`);
      return stream(c, async (out) => {
        await out.write(byteOrderMark);
        for (const lines of profitLines(report, asked.separator === 'comma' ? ',' : ';')) await out.write(lines);
      });
    })
    .get('/of/:visitor', async (c) => c.json(await profitOfPerson(c.req.param('visitor'), c.get('shop'), now())))
    .get('/rules', async (c) => {
      const { store, shop } = c.get('shop');
      const rules = await readRules(store);
      return c.json({ rules: rules.map((terms) => ({ ...terms, decimal: decimalIn(terms, shop.currency) })) });
    })
    .post('/preview', jsonBody(Draft), async (c) => {
      const shop = c.get('shop');
      const { rule = 'draft', from, to, ...draft } = c.req.valid('json');
      const rules = await readRules(shop.store);
      const terms: CostTerms = { rule, ...draft, amount: amountIn(draft, shop.shop.currency) };
      const others = rules.filter((one) => one.rule !== terms.rule || one.since !== terms.since);
      const question = questionOf({ from, to, by: 'channel', sort: 'profit', order: 'most' }, { cursor: 0, limit: 0 });
      const [before, after] = [
        await profitReport(question, { rules, now: now() }, shop),
        await profitReport(question, { rules: [...others, terms], now: now() }, shop),
      ];
      return c.json({ before: briefly(before), after: briefly(after), cost: costOf(after, terms.rule) });
    })
    .put('/rules/:rule', jsonBody(TermsIn), async (c) => {
      const rule = c.req.param('rule');
      if (!ruleId.test(rule)) throw new Problem(422, 'invalid', 'A rule’s id has letters, digits and dashes.');
      const { store, shop } = c.get('shop');
      const said = c.req.valid('json');
      const terms = { rule, ...said, amount: amountIn(said, shop.currency), by: c.get('staff').email, at: now() };
      await keepTerms(terms satisfies KeptTerms, store);
      return c.body(null, 204);
    })
    .delete('/rules/:rule', query(Since), async (c) => {
      await dropTerms(c.req.param('rule'), c.req.valid('query').since ?? null, c.get('shop').store);
      return c.body(null, 204);
    });
}

function questionOf(
  { from, to, by, of, key, sort, order }: z.output<typeof Asked>,
  page: Pick<Question, 'cursor' | 'limit'>,
): Question {
  if (from > to) throw new Problem(422, 'invalid', 'The first day comes after the last one.', { field: 'from' });
  return { from, to, by, of: of ? { by: of, key: key ?? null } : null, sort, order, ...page };
}

/** In minor units, or hundredths of a percent. */
function amountIn({ amount, per }: z.output<typeof TermsIn>, currency: string): number | null {
  if (amount === null) return null;
  // Percent has two digits as most currencies.
  const minor = minorUnits(amount, per === 'revenue' ? 'EUR' : currency);
  const most = per === 'revenue' ? 10_000 : 1e11;
  if (minor === null || minor < 0 || minor > most)
    throw new Problem(422, 'not-an-amount', `"${amount}" is not an amount that something costs.`, { field: 'amount' });
  return minor;
}

function decimalIn({ amount, per }: CostTerms, currency: string): string | null {
  return amount === null ? null : decimalOf({ amount, currency: per === 'revenue' ? 'EUR' : currency });
}

function briefly({ total: { net, profit, margin } }: ProfitReport) {
  return { net, profit, margin };
}

function costOf({ steps, total }: ProfitReport, rule: string): number {
  return total.sums[steps.findIndex((step) => step.rule?.id === rule)] ?? 0;
}
