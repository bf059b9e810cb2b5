import { type Done, evaluateHeldOut, type HeldOut } from '../../../recommend/evaluation/held-out-orders.ts';
import { Failure, type Options, type Terminal } from '../command.ts';
import { readLines } from './read-lines.ts';
import { done } from './run-method.ts';

/** Which ingredient of shelves finds the order that somebody placed, of those who looked around. */
export async function evaluateOrders(options: Options, terminal: Terminal) {
  terminal.progress('reading');
  const events = (await readLines(options, 'events'))
    .slice(1)
    .map(doneOf)
    .sort((a, b) => a.at - b.at);
  const heldOut = (await readLines(options, 'cases')).slice(1).map(heldOutOf);
  if (heldOut.length === 0) throw new Failure('No order is in the file of --cases.');
  const { result } = await done(evaluateHeldOut(events, heldOut), terminal);
  return { cases: heldOut.length, ...result };
}

function doneOf(line: string, place: number): Done {
  const [time, user = '', kind = '', product = ''] = line.split('\t');
  if (kind !== 'view' && kind !== 'cart' && kind !== 'buy')
    throw new Failure(`Line ${place + 2} is not time, user, view|cart|buy, item: "${line}"`);
  return { at: Number(time) * 1000, user, kind, product };
}

function heldOutOf(line: string): HeldOut {
  const [user = '', product = ''] = line.split('\t');
  return { user, product };
}
