import { basketMethods } from '../../../recommend/evaluation/methods.ts';
import { evaluateReturns, type SoldLine } from '../../../recommend/evaluation/returns.ts';
import { Failure, type Options, type Terminal } from '../command.ts';
import { readLines } from './read-lines.ts';
import { done, methodIn } from './run-method.ts';

/** Of the time of the file, the part that is learned from. */
const learned = 0.9;

/** Whether what came back is better left out of what is learned, or counted against what is shown. */
export async function evaluateReturned(options: Options, terminal: Terminal) {
  const method = methodIn(options, basketMethods);
  terminal.progress('reading');
  const lines = (await readLines(options, 'lines')).slice(1).flatMap(soldLine);
  const times = lines.map(({ at }) => at);
  const [first, last] =
    times.length === 0 ? [0, 0] : times.reduce(([a, b], at) => [Math.min(a, at), Math.max(b, at)], [Infinity, 0]);
  if (!lines.some(({ pieces }) => pieces < 0)) throw new Failure('Nothing came back in that file.');
  return (await done(evaluateReturns(lines, first + (last - first) * learned, method), terminal)).result;
}

/** Postage, samples and the like have no number. */
function soldLine(line: string): SoldLine[] {
  const [order = '', product = '', pieces = '', time = '', , customer = ''] = line.split('\t');
  const at = Date.parse(`${time.replace(' ', 'T')}Z`);
  const isSold = /^\d{5}/.test(product) && Number(pieces) !== 0 && !Number.isNaN(at);
  return isSold ? [{ order, product, pieces: Number(pieces), customer, at }] : [];
}
