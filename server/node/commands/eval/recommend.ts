import { nextItemMethods } from '../../../recommend/evaluation/methods.ts';
import { evaluateNextItem } from '../../../recommend/evaluation/next-item.ts';
import type { Options, Terminal } from '../command.ts';
import { countIn, done, methodIn } from './run-method.ts';
import { readSessions } from './session-file.ts';

/** The very next item in sessions, by the protocol of `evaluateNextItem`. */
export async function evaluateRecommend(options: Options, terminal: Terminal) {
  const method = methodIn(options, nextItemMethods);
  const protocol = {
    ...{ k: countIn(options, 'k', 20), minPrefix: countIn(options, 'min-prefix', 1) },
    streaming: options.streaming === true,
  };
  terminal.progress('reading');
  const numbers = new Map<string, number>();
  const train = await readSessions(options, 'train', numbers);
  const test = await readSessions(options, 'test', numbers, train);
  const { result: recommender, seconds } = await done(method(train), terminal);
  const asking = evaluateNextItem(recommender, train, test, protocol, () => performance.now());
  const { result: figures } = await done(asking, terminal);
  const { predictions, ...others } = figures;
  return { ...others, fitSeconds: seconds, modelBytes: recommender.bytes(), predictions };
}
