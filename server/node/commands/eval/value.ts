import { logLikelihood } from '../../../predict/bg-nbd.ts';
import { fitBgNbd, fitGammaGamma } from '../../../predict/fit.ts';
import { type HeldOut, holdOutErrors } from '../../../predict/hold-out.ts';
import { finish } from '../../../predict/minimise.ts';
import { Failure, type Options, type Terminal, textOf } from '../command.ts';
import { readLines } from './read-lines.ts';

const week = 7 * 86_400_000;

/** Fits the two value models without a prior, as the papers do, and tries them on later orders where there are some. */
export async function evaluateValue(options: Options, { out }: Terminal) {
  const customers = (await readLines(options, 'customers')).slice(1).map(customerOf);
  if (customers.length === 0) throw new Failure('No customer is in that file.');
  const repeats = finish(
    fitBgNbd(
      customers.map(({ repeats }) => repeats),
      'none',
    ),
  );
  const spenders = customers.map(({ spending }) => spending).filter(({ count, mean }) => count > 0 && mean > 0);
  const unit = spenders.reduce((sum, { mean }) => sum + mean, 0) / spenders.length;
  const spending = finish(fitGammaGamma(spenders, unit, 'none'));
  const likelihood = customers.reduce((sum, customer) => sum + logLikelihood(repeats.best, customer.repeats), 0);
  out(`${customers.length} customers, ${spenders.length} of them with repeat orders`);
  const figures = {
    customers: customers.length,
    bgNbd: { ...repeats.best, logLikelihood: likelihood },
    gammaGamma: spending.best,
  };
  if (textOf(options, 'transactions') === undefined) return figures;
  const later = laterOrders(customers, await readLines(options, 'transactions'));
  return { ...figures, holdOut: holdOutErrors({ repeats, spending }, later.customers, later.weeks) };
}

interface Customer {
  id: number;
  repeats: HeldOut['repeats'];
  spending: HeldOut['spending'];
}

function customerOf(line: string, place: number): Customer {
  const [id = 0, count = 0, last = 0, age = 0, mean = 0] = line.split(',').map(Number);
  if ([id, count, last, age, mean].some(Number.isNaN))
    throw new Failure(`Line ${place + 2} is not ID,x,t_x,T,zbar: "${line}"`);
  return { id, repeats: { count, last, age }, spending: { count, mean } };
}

/** The orders after each customer's T; those of one day are one, as in the papers. */
function laterOrders(
  customers: readonly Customer[],
  lines: readonly string[],
): { customers: HeldOut[]; weeks: number } {
  const days = new Map<number, Map<number, number>>();
  for (const line of lines) {
    const [, id = '', date = '', , amount = ''] = line.trim().split(/\s+/);
    const at = Date.parse(date.replace(/(....)(..)(..)/, '$1-$2-$3'));
    const own = days.get(Number(id)) ?? new Map<number, number>();
    days.set(Number(id), own.set(at, (own.get(at) ?? 0) + Number(amount)));
  }
  const end = Math.max(...[...days.values()].flatMap((own) => [...own.keys()]));
  let split = 0;
  const held = customers.map(({ id, repeats, spending }) => {
    const own = [...(days.get(id) ?? [])].sort(([a], [b]) => a - b);
    const [first = 0] = own[0] ?? [];
    split = Math.max(split, first + repeats.age * week);
    const after = own.filter(([at]) => at > first + repeats.age * week);
    return {
      repeats,
      spending,
      later: { orders: after.length, value: after.reduce((sum, [, amount]) => sum + amount, 0) },
    };
  });
  return { customers: held, weeks: Math.round((end - split) / week) };
}
