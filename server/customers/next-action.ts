import type { Consent } from '../../snippet/protocol.ts';
import type { CartState } from '../profiles/cart-state.ts';
import { isRefused } from '../profiles/is-refused.ts';
import type { GroupName } from './groups.ts';

/** What is known of a person when it is asked what to do for them next. Amounts in minor units of the shop's currency, times in days. */
export interface ActionFacts {
  consent: Consent | null;
  /** Days since a complaint that nobody has answered. */
  complaint: number | null;
  /** A parcel that was sent long ago and of which nobody has said that it arrived. */
  parcel: { order: string; days: number } | null;
  isHere: boolean;
  cart: { state: CartState; pieces: number; worth: number | null; hours: number };
  group: GroupName;
  orders: number;
  /** Days since the last order, and until the next is due; null without any. */
  last: number | null;
  next: number | null;
  /** What they may need again, the soonest first. */
  again: { id: string; name: string | null; times: number; days: number; price: number | null } | null;
  /** The chance of an order, and what orders bring, within so many days. */
  expected: { days: number; returns: number; value: number }[];
  /** Key of what the merchant asks and this person has not said. */
  unasked: string | null;
  /** What is left of their revenue, as a share; null where costs are not known. */
  margin: number | null;
}

export const actionNames = [
  'answer-complaint',
  'find-parcel',
  'remind-cart',
  'offer-again',
  'win-back',
  'welcome',
  'thank',
  'ask',
  'leave',
] as const;

export type ActionName = (typeof actionNames)[number];

/** Why, with the figure that says so. */
export type ActionReason =
  | { of: 'complaint' | 'silence' | 'overdue' | 'parcel'; days: number }
  | { of: 'cart'; pieces: number; hours: number }
  | { of: 'bought'; times: number }
  | { of: 'due'; days: number }
  | { of: 'orders'; orders: number }
  | { of: 'returns'; chance: number; days: number }
  | { of: 'group'; group: GroupName }
  | { of: 'refused' | 'no-consent' | 'here' | 'nothing' };

export interface NextAction {
  action: ActionName;
  /**
   * By a letter or a call; on the shop's pages alone; as service, which is no advertising; only once this person has been asked and has
   * allowed it; not at all.
   */
  way: 'letter' | 'page' | 'service' | 'ask-first' | 'none';
  why: ActionReason[];
  /** Id and name of a product; the number of an order; the key of a question. */
  about: { id: string; name: string | null } | null;
  /** Minor units; of profit where costs are known, else of revenue. `most`: if it succeeds; `expected`: on average. */
  earns: { amount: number; of: 'profit' | 'revenue'; how: 'most' | 'expected' } | null;
}

/** Days before it is due from which an offer of the same is help, and after which it is not news any more. */
const soon = 7;
const tooLate = 60;
/** A cart that was left an hour ago may still be thought about. */
const thinking = 1;
const goingGroups: readonly GroupName[] = ['at-risk', 'previously-loyal', 'needs-attention'];

/** The one thing to do next: the first rule that holds and that consent allows. Whoever has a complaint is sold nothing. */
export function nextAction(facts: ActionFacts): NextAction {
  const { consent, complaint, parcel, cart, group, again, next, last, orders, isHere, unasked } = facts;
  if (complaint !== null) return service('answer-complaint', [{ of: 'complaint', days: complaint }], null);
  if (parcel) return service('find-parcel', [{ of: 'parcel', days: parcel.days }], parcel.order);
  if (consent && isRefused(consent)) return leave('refused');

  const year = facts.expected.at(-1);
  const quarter = facts.expected.find(({ days }) => days >= 90);
  const wishes: Omit<NextAction, 'way'>[] = [];
  const wish = (action: ActionName, more: Omit<NextAction, 'way' | 'action'>) => wishes.push({ action, ...more });

  if ((cart.state === 'open' || cart.state === 'abandoned') && !isHere && cart.hours >= thinking)
    wish('remind-cart', {
      why: [{ of: 'cart', pieces: cart.pieces, hours: cart.hours }],
      about: null,
      earns: earning(cart.worth, 'most', facts),
    });
  if (again && again.times > 1 && again.days <= soon && again.days >= -tooLate)
    wish('offer-again', {
      why: [
        { of: 'bought', times: again.times },
        { of: 'due', days: again.days },
      ],
      about: { id: again.id, name: again.name },
      earns: earning(again.price, 'most', facts),
    });
  if (goingGroups.includes(group) && last !== null)
    wish('win-back', {
      why: [
        { of: 'group', group },
        { of: 'silence', days: last },
        ...(next !== null && next < 0 ? [{ of: 'overdue' as const, days: -next }] : []),
        ...returning(year),
      ],
      about: null,
      earns: earning(year?.value ?? null, 'expected', facts),
    });
  if (orders === 1 && (group === 'new' || group === 'promising'))
    wish('welcome', {
      why: [{ of: 'orders', orders }, ...returning(quarter)],
      about: unasked === null ? null : { id: unasked, name: null },
      earns: earning(quarter?.value ?? null, 'expected', facts),
    });
  if (group === 'champions')
    wish('thank', {
      why: [{ of: 'group', group }, { of: 'orders', orders }, ...returning(quarter)],
      about: null,
      earns: earning(quarter?.value ?? null, 'expected', facts),
    });
  if (unasked !== null && isHere)
    wish('ask', { why: [{ of: 'here' }], about: { id: unasked, name: null }, earns: null });

  const [first] = wishes;
  if (!first) return leave('nothing');
  const way = wayOf(first.action, consent);
  return way === null ? leave('no-consent') : { ...first, way };
}

/** Nobody is written to who has not allowed it; what their own page shows needs another word. Null where both were refused. */
function wayOf(action: ActionName, consent: Consent | null): NextAction['way'] | null {
  if (action === 'ask') return consent?.statistics === true ? 'page' : 'ask-first';
  if (consent?.marketing === true) return 'letter';
  if (consent?.personalisation === true) return 'page';
  return consent?.source === undefined ? 'ask-first' : null;
}

function earning(amount: number | null, how: 'most' | 'expected', { margin }: ActionFacts): NextAction['earns'] {
  if (amount === null || amount <= 0) return null;
  // Of a margin that loses nothing can be earned; the figure would say otherwise.
  if (margin !== null && margin <= 0) return null;
  return { amount: Math.round(amount * (margin ?? 1)), of: margin === null ? 'revenue' : 'profit', how };
}

function returning(of: ActionFacts['expected'][number] | undefined): ActionReason[] {
  return of ? [{ of: 'returns', chance: of.returns, days: of.days }] : [];
}

function service(action: ActionName, why: ActionReason[], order: string | null): NextAction {
  return { action, way: 'service', why, about: order === null ? null : { id: order, name: null }, earns: null };
}

function leave(of: 'refused' | 'no-consent' | 'nothing'): NextAction {
  return { action: 'leave', way: 'none', why: [{ of }], about: null, earns: null };
}
