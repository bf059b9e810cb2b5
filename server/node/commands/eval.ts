import { type Command, UsageError } from './command.ts';
import { evaluatePurchase } from './eval/purchase.ts';
import { evaluateValue } from './eval/value.ts';

const evaluations = { value: evaluateValue, purchase: evaluatePurchase };

export const evalCommand: Command = {
  summary: 'measure a model on data whose outcome is known',
  help: `vitrina eval value --customers FILE [--transactions FILE]
vitrina eval purchase --events FILE

Prints what it does, and the figures as JSON on the last line. A file may be gzipped.

value      fits BG/NBD and Gamma-Gamma by maximum likelihood, and compares the forecast with what came later
  --customers     CSV: ID,x,t_x,T,zbar; weeks
  --transactions  columns by spaces: any, ID, date YYYYMMDD, pieces, amount
purchase   the chance to buy in this session, learned in one pass over the first four fifths, tried on the rest
  --events        TSV: time in seconds, user, type (view, cart, buy), item`,
  options: { customers: { type: 'string' }, transactions: { type: 'string' }, events: { type: 'string' } },
  run: async (options, [what = ''], terminal) => {
    const evaluate = Object.entries(evaluations).find(([name]) => name === what)?.[1];
    if (!evaluate) throw new UsageError(`Say what to measure: ${Object.keys(evaluations).join(' or ')}.`);
    terminal.out(JSON.stringify(await evaluate(options, terminal)));
  },
};
