import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { type Figures, inTurns, measure } from './measure.ts';
import type { RealShop } from './real-shop.ts';
import { pagesOf, partly } from './requests.ts';
import { startWatched } from './start-watched.ts';
import type { Watched } from './watch.ts';

export interface Options {
  seconds: number;
  rounds: number;
  connections: number;
  /** Folder for Node's CPU profiles of the collector. */
  profile: string | undefined;
}

const eventsOfRequest = 10;

/** The whole collector and bare Hono in turns, under the same load, on the same machine: the ratio outlives the hardware. */
export async function benchCollect(shop: RealShop, { seconds, rounds, connections, profile }: Options) {
  const load = fork(fileURLToPath(new URL('./load.js', import.meta.url)));
  const bare = fork(fileURLToPath(new URL('./bare.js', import.meta.url)));
  const vitrina = await startWatched(shop, profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`]);
  try {
    const [{ port }] = (await once(bare, 'message')) as [{ port: number }];
    const whole = await pagesOf(shop);
    const watched: Watched[] = [];
    const side = { port: Number(new URL(vitrina.origin).port), pid: vitrina.pid };
    const sides = { bare: { port, pid: bare.pid ?? 0 }, vitrina: side };
    const order = { connections, duration: seconds * 1_000 };
    const turns = await inTurns(load, sides, whole, {
      order,
      rounds,
      after: async () => watched.push((await vitrina.ask('watch')) as Watched),
    });
    const cpuWith = async (events: number, hasSlots: boolean) => {
      const round = await measure(load, side, { ...order, play: partly(whole, events, hasSlots) });
      return Math.round((round.cpu.all / round.requests / events) * 10) / 10;
    };
    const cpuOfView = { unit: 'microseconds of CPU of all threads', ...(await viewsBy(cpuWith)) };
    return {
      connections,
      eventsOfRequest,
      bare: withEvents(turns.bare),
      vitrina: withEvents(turns.vitrina),
      ...turns.ratios,
      loopDelayP99: Math.max(...watched.slice(1).map(({ loopDelayP99 }) => round(loopDelayP99))),
      cpuOfView,
    };
  } finally {
    load.disconnect();
    bare.disconnect();
    await vitrina.stop();
  }
}

/** A page view sent alone, and an event of ten in one request; with two slots decided in the same request, too. */
async function viewsBy(cpuWith: (events: number, hasSlots: boolean) => Promise<number>) {
  return {
    alone: await cpuWith(1, false),
    aloneWithSlots: await cpuWith(1, true),
    inTens: await cpuWith(eventsOfRequest, false),
    inTensWithSlots: await cpuWith(eventsOfRequest, true),
  };
}

function withEvents(figures: Figures) {
  return { ...figures, eventsPerSecond: figures.requestsPerSecond * eventsOfRequest };
}

function round(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}
