import { Hono } from 'hono';
import { z } from 'zod';
import type { OpenShop } from '../collect/open-shop.ts';
import { forecastOf } from '../customers/forecast-of.ts';
import { type GroupName, groupNames } from '../customers/groups.ts';
import {
  type Flow,
  flowsOf,
  type GroupFigures,
  groupFigures,
  type Placed,
  placeCustomers,
} from '../customers/report.ts';
import { unhurried } from '../customers/unhurried.ts';
import type { Expected } from '../predict/forecast.ts';
import type { Bin } from '../predict/reliability.ts';
import type { VisitorRow } from '../profiles/visitor.ts';
import { query } from '../valid.ts';
import { nextActionOf } from './next-action-of.ts';
import { peopleRows } from './people-list.ts';
import { worthOf } from './worth.ts';

type Env = { Variables: { shop: OpenShop } };

/** The shop's customers. Amounts in minor units of its currency. */
export interface CustomersReport {
  /** ms since 1970. */
  at: number;
  /** How far back the groups are compared. */
  days: number;
  groups: GroupFigures[];
  flows: Flow[];
  /** Those of whom most is expected in the next year. */
  top: TopCustomer[];
  model: {
    /** When it was fitted, ms; null as long as it knows other shops alone. */
    at: number | null;
    customers: number;
    isFitting: boolean;
  };
  /** The chance to buy in a visit: moments learned from, and how often what was said so likely did happen. */
  visits: { learned: number; reliability: readonly Bin[] };
}

export interface TopCustomer {
  visitor: VisitorRow;
  group: GroupName;
  net: number;
  /** The chance of an order in the next year. */
  returns: number;
  nextNet: Expected;
}

const Days = z.coerce.number().int().min(1).max(3_650).default(90);
const Report = z.object({ days: Days });
const People = z.object({
  days: Days,
  group: z.enum(groupNames),
  from: z.enum(groupNames).optional(),
  cursor: z.coerce.number().int().min(0).optional(),
});

const shown = 10;
const size = 50;

/** Who the shop's customers are: `/` in groups and figures, `/people` one by one, `/of/` a visitor what to expect, `/next/` what to do for them. */
export function customerRoutes({ now, later }: { now(): number; later(work: Promise<unknown>): void }) {
  return new Hono<Env>()
    .get('/', query(Report), async (c) => {
      const shop = c.get('shop');
      const { days } = c.req.valid('query');
      const at = now();
      const { placed, people } = await place(shop, at, days);
      const { models } = shop.customers;
      later(models.refresh(placed.map(({ customer }) => customer)));
      const report: CustomersReport = {
        ...{ at, days, groups: groupFigures(placed, people), flows: flowsOf(placed) },
        top: await topOf(placed, shop, at),
        model: { at: models.current.at, customers: models.current.customers, isFitting: models.isFitting },
        visits: { learned: shop.sessions.learned, reliability: shop.sessions.reliability },
      };
      return c.json(report);
    })
    .get('/of/:id', async (c) => {
      const shop = c.get('shop');
      later(shop.customers.all().then(shop.customers.models.refresh));
      later(shop.customers.learn(shop.model.heard(now()).orders));
      return c.json(await worthOf(c.req.param('id'), shop, now()));
    })
    .get('/next/:id', async (c) => c.json(await nextActionOf(c.req.param('id'), c.get('shop'), now())))
    .get('/people', query(People), async (c) => {
      const shop = c.get('shop');
      const { days, group, from, cursor = 0 } = c.req.valid('query');
      const { placed } = await place(shop, now(), days);
      const persons =
        group === 'prospects'
          ? await prospects(shop)
          : placed
              .filter((one) => one.group === group && (from === undefined || one.from === from))
              .sort((a, b) => b.net - a.net)
              .map(({ customer }) => customer.person);
      return c.json({
        visitors: await peopleRows(persons.slice(cursor, cursor + size), shop),
        next: cursor + size < persons.length ? String(cursor + size) : null,
        total: persons.length,
      });
    });
}

async function place(shop: OpenShop, now: number, days: number): Promise<{ placed: Placed[]; people: number }> {
  const { store, customers, save } = shop;
  await save();
  const all = await customers.all();
  const placed = await unhurried(placeCustomers(all, customers.models.current, { now, days }));
  const [[people] = [0]] = await store.all('SELECT count(DISTINCT person) FROM profiles WHERE last_seen > 0', []);
  return { placed: placed ?? [], people: Number(people) };
}

async function topOf(placed: readonly Placed[], shop: OpenShop, now: number): Promise<TopCustomer[]> {
  const first = [...placed].sort((a, b) => b.nextNet - a.nextNet).slice(0, shown);
  const rows = first.map(async (one): Promise<TopCustomer[]> => {
    const [visitor] = await peopleRows([one.customer.person], shop);
    const { horizons } = forecastOf(one.customer, shop.customers.models.current, now);
    const year = horizons.at(-1);
    return visitor && year
      ? [{ visitor, group: one.group, net: one.net, returns: year.returns.mean, nextNet: year.value }]
      : [];
  });
  return (await Promise.all(rows)).flat();
}

/** People who have bought nothing that they kept, the last seen first. */
async function prospects({ store }: OpenShop): Promise<string[]> {
  const rows = await store.all(
    'SELECT person FROM profiles WHERE last_seen > 0 GROUP BY person HAVING person NOT IN (SELECT p.person FROM orders AS o ' +
      'JOIN profiles AS p ON p.visitor = o.visitor WHERE o.gross > o.refunded) ORDER BY max(last_seen) DESC, person',
    [],
  );
  return rows.map(([person]) => String(person));
}
