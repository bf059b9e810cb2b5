import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Play } from './load.ts';
import { ask } from './measure.ts';
import type { RealShop } from './real-shop.ts';
import { pagesOf } from './requests.ts';
import { startWatched } from './start-watched.ts';
import type { Watched } from './watch.ts';

const eventsOfRequest = 10;
const stretch = 10_000;

/** What the collector holds in memory while so many events come, looked at every ten seconds. */
export async function benchMemory(shop: RealShop, { events, connections }: { events: number; connections: number }) {
  const load = fork(fileURLToPath(new URL('./load.js', import.meta.url)));
  const vitrina = await startWatched(shop, []);
  const port = Number(new URL(vitrina.origin).port);
  const samples: (Watched & { events: number })[] = [];
  /** MB in use once garbage was collected: in the middle and at the end, since collecting changes what is measured. */
  const used: number[] = [];
  try {
    let play: { play?: Play } = { play: await pagesOf(shop) };
    for (let sent = 0; sent < events; ) {
      const { requests } = await ask(load, { port, connections, duration: stretch, ...play });
      play = {};
      sent += requests * eventsOfRequest;
      const watched = { events: sent, ...((await vitrina.ask('watch')) as Watched) };
      samples.push(watched);
      console.error(JSON.stringify(watched));
      if (sent >= (events * (used.length + 1)) / 2) used.push(((await vitrina.ask('weigh')) as Watched).heapUsed);
    }
  } finally {
    load.disconnect();
    await vitrina.stop();
  }
  const half = samples.slice(Math.floor(samples.length / 2));
  return {
    unit: 'MB',
    events: samples.at(-1)?.events ?? 0,
    /** The greatest of the first half and of the second: flat where they are alike. */
    rss: [mostOf(samples.slice(0, -half.length)), mostOf(half)],
    used,
    loopDelayP99: Math.round(Math.max(...samples.map(({ loopDelayP99 }) => loopDelayP99)) * 10) / 10,
  };
}

function mostOf(samples: readonly Watched[]): number {
  return Math.max(0, ...samples.map(({ rss }) => rss));
}
