import { asksStanding } from '../campaigns/asks-standing.ts';
import type { Standing } from '../campaigns/belongs.ts';
import type { Plan } from '../campaigns/prepare.ts';
import { ordersOf } from '../customers/load-customers.ts';
import { noTurnover, turnovers } from '../orders/read-orders.ts';
import type { Profile } from '../profiles/profile.ts';
import { byTime, listsOf } from '../segments/counted.ts';
import type { RuleBook } from '../segments/matches.ts';
import type { OpenShop } from './open-shop.ts';

export const noStanding: Standing = { turnover: noTurnover, lists: [], orders: [] };

type Open = Pick<OpenShop, 'campaigns' | 'segmentRules' | 'people' | 'store' | 'shop'>;

/** Somebody's orders and lists, where a campaign asks for them and they can have any. */
export async function standingOf(
  { visitors, profile }: { visitors: readonly string[]; profile: Profile },
  { campaigns, segmentRules, people, store, shop }: Open,
): Promise<Standing> {
  if (!profile.keyed && profile.bought.size === 0) return noStanding;
  if (!isAsked(campaigns.plan, segmentRules.current)) return noStanding;
  const [first = ''] = visitors;
  const turnover = (await turnovers([...visitors], () => first, store)).get(first) ?? noTurnover;
  const keys = [...(await people.keysOf([...visitors])).values()].flat();
  const lists = (await store.all(listsOf, [JSON.stringify(keys)])).map(([, list]) => String(list));
  const orders = byTime([...(await ordersOf([...visitors], store, shop)).values()].flat());
  return { turnover, lists, orders };
}

/** A plan stands for many pages. */
const asked = new WeakMap<Plan, { rules: RuleBook; isAsked: boolean }>();

function isAsked(plan: Plan, rules: RuleBook): boolean {
  const known = asked.get(plan);
  if (known?.rules === rules) return known.isAsked;
  const now = asksStanding(plan, rules);
  asked.set(plan, { rules, isAsked: now });
  return now;
}
