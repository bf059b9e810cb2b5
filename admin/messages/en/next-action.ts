import type { ActionName, NextAction } from '../../../server/customers/next-action.ts';
import { pluralIn } from '../../language/plural.ts';

const plural = pluralIn('en');
const days = plural({ one: '# day', other: '# days' });
const hours = plural({ one: '# hour', other: '# hours' });
const pieces = plural({ one: '# piece', other: '# pieces' });
const orders = plural({ one: 'One order', other: '# orders' });
const times = plural({ one: 'once', other: '# times' });

export const nextAction = {
  nextAction: {
    title: 'What to do next',
    meaning:
      'The first that holds, in this order: an unanswered complaint, a lost parcel, a cart that was left, something due again, a customer who is going, a new one, one of the best, a question. Consent is never passed over.',
    actions: {
      'answer-complaint': 'Answer the complaint',
      'find-parcel': 'Find the parcel',
      'remind-cart': 'Remind them of the cart',
      'offer-again': 'Offer it again',
      'win-back': 'Win them back',
      welcome: 'Welcome them',
      thank: 'Thank them',
      ask: 'Ask a question',
      leave: 'Leave them in peace',
    } satisfies Record<ActionName, string>,
    ways: {
      letter: 'By letter: they have allowed advertising.',
      page: 'On the shop’s pages only: they have not allowed letters.',
      service: 'As service. Sell nothing meanwhile.',
      'ask-first': 'Ask for their consent first: they have not said what they allow.',
    } satisfies Record<Exclude<NextAction['way'], 'none'>, string>,
    product: (name: string) => `Product: ${name}`,
    order: (id: string) => `Order ${id}`,
    question: (key: string) => `Question: ${key}`,
    why: 'Why',
    complaint: (count: number) => `A complaint unanswered for ${days(count)}.`,
    parcel: (count: number) => `Sent ${days(count)} ago; nobody has said that it arrived.`,
    cart: (count: number, ago: number) => `${pieces(count)} in the cart, untouched for ${hours(ago)}.`,
    bought: (count: number) => `Bought it ${times(count)}.`,
    dueIn: (count: number) => `Due again in ${days(count)}.`,
    dueSince: (count: number) => `Due again since ${days(count)}.`,
    dueNow: 'Due again now.',
    silence: (count: number) => `The last order was ${days(count)} ago.`,
    overdue: (count: number) => `The next one is overdue by ${days(count)}.`,
    orders: (count: number) => `${orders(count)} so far.`,
    returns: (chance: string, count: number) => `Chance of an order within ${days(count)}: ${chance}.`,
    group: (name: string) => `Group: ${name}.`,
    refused: 'They have refused to be counted.',
    noConsent: 'They allow neither letters nor personal pages.',
    here: 'They are in the shop now and have not told this yet.',
    nothing: 'Nothing calls for it.',
    mostProfit: (amount: string) => `Brings at most ${amount} of profit`,
    mostRevenue: (amount: string) => `Brings at most ${amount} of revenue; costs are not known`,
    expectedProfit: (amount: string) => `What hangs on it: ${amount} of expected profit`,
    expectedRevenue: (amount: string) => `What hangs on it: ${amount} of expected revenue; costs are not known`,
  },
};
