import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** What the collector says of itself, loaded into its process before it. */
export interface Watched {
  /** ms by which its event loop was late since it was asked last: 99 % of the time less than that. */
  loopDelayP99: number;
  /** MB. */
  rss: number;
  heapUsed: number;
}

const resolution = 1;
const delay = monitorEventLoopDelay({ resolution });
delay.enable();

/** What this process can be asked: how it does, or the same once it has collected its garbage. */
type Question = 'watch' | 'weigh';

process.on('message', (question: Question) => {
  if (question === 'weigh') {
    setFlagsFromString('--expose-gc');
    (runInNewContext('gc') as () => void)();
  }
  const { rss, heapUsed } = process.memoryUsage();
  const watched: Watched = {
    loopDelayP99: Math.max(0, delay.percentile(99) / 1e6 - resolution),
    rss: Math.round(rss / 1e6),
    heapUsed: Math.round(heapUsed / 1e6),
  };
  delay.reset();
  process.send?.(watched);
});
// Listening keeps no collector alive that has been told to stop.
process.channel?.unref();
