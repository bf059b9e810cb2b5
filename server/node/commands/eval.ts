import { setImmediate } from 'node:timers/promises';
import { evaluateCart, evaluatePage } from '../../recommend/evaluation/basket.ts';
import { basketMethods, type Method, nextItemMethods } from '../../recommend/evaluation/methods.ts';
import { evaluateNextItem } from '../../recommend/evaluation/next-item.ts';
import { sessionCount, timeOf } from '../../recommend/next/sessions.ts';
import { readCases, readSessions } from '../session-file.ts';
import { type Command, type Options, type Terminal, textOf, UsageError } from './command.ts';

export const evalCommand: Command = {
  summary: 'measure recommendations on sessions or baskets in files',
  help: `vitrina eval recommend --train FILE --test FILE [options]
vitrina eval basket --train FILE --cases FILE [options]

  recommend   fits to the training sessions and asks for the very next item after each prefix of each test session, among all
              items of the training set. A line a session, oldest first: items, or the time of the last event in seconds, a
              tab, and items
  basket      fits to the training baskets (a line each) and looks for the hidden item of each case: hidden item, tab, basket

Files may be .gz. The last line is JSON: shares of 1, seconds of CPU for the fit, microseconds a prediction, bytes of the model.

  --method M        ours (default), or a peer: ${peers(nextItemMethods)};
                    for baskets: ${peers(basketMethods)}
  --k N             recommend: how long the list is (20)
  --min-prefix N    recommend: shortest prefix that is asked about (1)
  --streaming       recommend: a test session counts at once when it is over; otherwise none influences another
  --page            basket: also one item alone against the rest of its basket: hit and coverage at 10`,
  options: {
    ...{ train: { type: 'string' }, test: { type: 'string' }, cases: { type: 'string' }, method: { type: 'string' } },
    ...{ k: { type: 'string' }, 'min-prefix': { type: 'string' }, streaming: { type: 'boolean' } },
    page: { type: 'boolean' },
  },
  run: async (options, [what], terminal) => {
    if (what === 'recommend') return terminal.out(JSON.stringify(await measureNextItem(options, terminal)));
    if (what === 'basket') return terminal.out(JSON.stringify(await measureBaskets(options, terminal)));
    throw new UsageError('Say what to measure: "vitrina eval recommend" or "vitrina eval basket".');
  },
};

async function measureNextItem(options: Options, terminal: Terminal) {
  const method = methodIn(options, nextItemMethods);
  const protocol = {
    ...{ k: countIn(options, 'k', 20), minPrefix: countIn(options, 'min-prefix', 1) },
    streaming: options.streaming === true,
  };
  const paths = { train: fileIn(options, 'train'), test: fileIn(options, 'test') };
  terminal.progress('reading');
  const numbers = new Map<string, number>();
  const train = await readSessions(paths.train, numbers);
  const test = await readSessions(paths.test, numbers, train);
  const { result: recommender, seconds } = await done(method(train), terminal);
  const asking = evaluateNextItem(recommender, train, test, protocol, () => performance.now());
  const { result: figures } = await done(asking, terminal);
  const { predictions, ...others } = figures;
  return { ...others, fitSeconds: seconds, modelBytes: recommender.bytes(), predictions };
}

async function measureBaskets(options: Options, terminal: Terminal) {
  const method = methodIn(options, basketMethods);
  const paths = { train: fileIn(options, 'train'), cases: fileIn(options, 'cases') };
  terminal.progress('reading');
  const numbers = new Map<string, number>();
  const train = await readSessions(paths.train, numbers);
  const cases = await readCases(paths.cases, numbers);
  const { result: recommender, seconds } = await done(method(train), terminal);
  const time = timeOf(train, sessionCount(train) - 1);
  const { result: cart } = await done(
    evaluateCart(recommender, cases, time, () => performance.now()),
    terminal,
  );
  const { predictions, ...others } = cart;
  const figures = { ...others, fitSeconds: seconds, modelBytes: recommender.bytes(), predictions };
  if (options.page !== true) return figures;
  const { result: page } = await done(evaluatePage(recommender, cases, train.itemCount, time), terminal);
  return { ...figures, page };
}

/** Runs to the end, says how far it is, and gives way to what waits now and then. Seconds are CPU. */
async function done<Result>(work: Generator<string | number, Result>, terminal: Terminal) {
  const before = process.cpuUsage();
  let said = performance.now();
  let step = work.next();
  for (; step.done !== true; step = work.next()) {
    if (performance.now() - said < 200) continue;
    said = performance.now();
    terminal.progress(typeof step.value === 'string' ? step.value : `asking: ${Math.round(100 * step.value)} %`);
    await setImmediate();
  }
  const { user, system } = process.cpuUsage(before);
  return { result: step.value, seconds: (user + system) / 1e6 };
}

function methodIn(options: Options, methods: Readonly<Record<string, Method>>): Method {
  const name = textOf(options, 'method') ?? 'ours';
  const method = Object.hasOwn(methods, name) ? methods[name] : undefined;
  if (!method) throw new UsageError(`There is no method "${name}". There are: ${Object.keys(methods).join(', ')}.`);
  return method;
}

function countIn(options: Options, name: string, usual: number): number {
  const text = textOf(options, name);
  if (text === undefined) return usual;
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1) throw new UsageError(`--${name} is a whole number from 1 on.`);
  return count;
}

function fileIn(options: Options, name: string): string {
  const path = textOf(options, name);
  if (path === undefined) throw new UsageError(`Say which file: --${name} FILE.`);
  return path;
}

function peers(methods: object): string {
  return Object.keys(methods)
    .filter((name) => name !== 'ours')
    .join(', ');
}
