import { evaluateCart, evaluatePage } from '../../../recommend/evaluation/basket.ts';
import { basketMethods } from '../../../recommend/evaluation/methods.ts';
import { sessionCount, timeOf } from '../../../recommend/next/sessions.ts';
import type { Options, Terminal } from '../command.ts';
import { done, methodIn } from './run-method.ts';
import { readCases, readSessions } from './session-file.ts';

/** The hidden item of a basket, and with `--page` what stands beside one item. */
export async function evaluateBasket(options: Options, terminal: Terminal) {
  const method = methodIn(options, basketMethods);
  terminal.progress('reading');
  const numbers = new Map<string, number>();
  const train = await readSessions(options, 'train', numbers);
  const cases = await readCases(options, 'cases', numbers);
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
