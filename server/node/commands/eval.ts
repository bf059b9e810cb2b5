import { basketMethods, nextItemMethods } from '../../recommend/evaluation/methods.ts';
import { type Command, UsageError } from './command.ts';
import { evaluateAgain } from './eval/again.ts';
import { evaluateBasket } from './eval/basket.ts';
import { evaluateClock } from './eval/clock.ts';
import { evaluateOrders } from './eval/held-out.ts';
import { evaluateRankedLists } from './eval/lists.ts';
import { evaluatePurchase } from './eval/purchase.ts';
import { evaluateRecommend } from './eval/recommend.ts';
import { evaluateReturned } from './eval/returns.ts';
import { evaluateValue } from './eval/value.ts';

const evaluations = {
  value: evaluateValue,
  clock: evaluateClock,
  purchase: evaluatePurchase,
  recommend: evaluateRecommend,
  basket: evaluateBasket,
  lists: evaluateRankedLists,
  again: evaluateAgain,
  orders: evaluateOrders,
  returns: evaluateReturned,
};

export const evalCommand: Command = {
  summary: 'measure a model on data whose outcome is known',
  help: `vitrina eval value --customers FILE [--transactions FILE]
vitrina eval clock --transactions FILE | --lines FILE
vitrina eval purchase --events FILE
vitrina eval recommend --train FILE --test FILE [options]
vitrina eval basket --train FILE --cases FILE [options]
vitrina eval lists --lines FILE --products FILE
vitrina eval again --lines FILE | --households FILE [--products FILE] [--back DAYS]
vitrina eval orders --events FILE --cases FILE
vitrina eval returns --lines FILE [--method NAME]

Prints what it does, and the figures as JSON on the last line. A file may be gzipped.

value      fits BG/NBD and Gamma-Gamma by maximum likelihood, and compares the forecast with what came later
  --customers     CSV: ID,x,t_x,T,zbar; weeks
  --transactions  columns by spaces: any, ID, date YYYYMMDD, pieces, amount
clock      when the next order is due, and the next of each product, learned from the first two thirds of the time
  --lines         TSV: invoice, product, pieces, time, price, customer
purchase   the chance to buy in this session, learned in one pass over the first four fifths, tried on the rest
  --events        TSV: time in seconds, user, type (view, cart, buy), item
recommend  fits to the training sessions and asks for the very next item after each prefix of each test session, among all
           items of the training set; shares of 1, seconds of CPU for the fit, microseconds a prediction, bytes of the model
  --train, --test a line a session, oldest first: items, or the time of the last event in seconds, a tab, and items
  --method        ours (default), or a peer: ${peers(nextItemMethods)}
  --k             how long the list is (20)
  --min-prefix    shortest prefix that is asked about (1)
  --streaming     a test session counts at once when it is over; otherwise none influences another
lists      the place of what is taken next among all products with a word of its name, by popularity and as /v1/rank orders them:
           weights are chosen on a tenth of the time before the last fifth, and that is measured; means of 1 / place
  --products      TSV: product, name
basket     fits to the training baskets, and looks for the hidden item of each case among the first ten
  --train, --cases  a line a basket: items; a line a case: hidden item, tab, the whole basket
  --method        ours (default), or a peer: ${peers(basketMethods)}
  --page          also one item alone against the rest of its basket: hit and coverage at 10
again      which ten of the products that a customer bought before they buy again in the last thirty days, learned from the time before
  --households    TSV: household, store, basket, product, pieces, value, three discounts, week, time
  --products      TSV: product, maker, department, brand, category
  --back          days by which the end is moved back, to choose a model on what is learned from alone (0)
orders     learns what people did, and looks for an order that is held out of each among what the ingredients of shelves show them
  --events, --cases  TSV: time in seconds, user, type (view, cart, buy), item; and user, item
returns    learns the orders of the first nine tenths of the time, and looks for one product of each later one: with what came back counted
           as sold, taken out, and also counted against the product, or against it beside another
  --lines         TSV: invoice, product, pieces (below 0: came back), time, price, customer`,
  options: {
    ...{
      lines: { type: 'string' },
      customers: { type: 'string' },
      transactions: { type: 'string' },
      events: { type: 'string' },
    },
    ...{ train: { type: 'string' }, test: { type: 'string' }, cases: { type: 'string' }, method: { type: 'string' } },
    ...{ k: { type: 'string' }, 'min-prefix': { type: 'string' }, streaming: { type: 'boolean' } },
    page: { type: 'boolean' },
    ...{ households: { type: 'string' }, products: { type: 'string' }, back: { type: 'string' } },
  },
  run: async (options, [what = ''], terminal) => {
    const evaluate = Object.entries(evaluations).find(([name]) => name === what)?.[1];
    if (!evaluate) throw new UsageError(`Say what to measure: ${Object.keys(evaluations).join(' or ')}.`);
    terminal.out(JSON.stringify(await evaluate(options, terminal)));
  },
};

function peers(methods: object): string {
  return Object.keys(methods)
    .filter((name) => name !== 'ours')
    .join(', ');
}
