import { fileURLToPath } from 'node:url';
import { serve } from '@hono/node-server';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import { pino } from 'pino';
import { createApp } from '../app.ts';
import { createFeedJob } from '../feeds/feed-job.ts';
import { createUnderWay } from '../feeds/under-way.ts';
import { createOutbox } from '../outbox/outbox.ts';
import { type ShopsAtWork, shopsAtWork } from '../shops-at-work.ts';
import { askOutside, refusesNothing } from './ask-outside.ts';
import { boundGarbage } from './bound-garbage.ts';
import { Failure } from './commands/command.ts';
import { type DataFolder, openDataFolder } from './data-folder.ts';
import { filesIn } from './files.ts';
import { fitOnThread } from './fit-on-thread.ts';
import { openGeoFile } from './geo-file.ts';
import { nodeHmac } from './node-hmac.ts';
import { argon2Passwords } from './passwords.ts';
import type { Settings } from './settings.ts';

/** The server on Node, listening. */
export interface Running {
  /** `http://127.0.0.1:8080` */
  origin: string;
  folder: DataFolder;
  shops: ShopsAtWork;
  /** Answers what is under way, keeps what has changed, and lets go of the folder. */
  stop(): Promise<void>;
}

export type App = ReturnType<typeof createApp>;

const saveEvery = 1_000;
/** Between two looks at who has come into segments: so long, and so many times what the one before took. */
const pace = {
  send: { least: 1_000, times: 0 },
  refresh: { least: 1_000, times: 10 },
  learn: { least: 5_000, times: 1 },
  sweep: { least: 60_000, times: 50 },
};
/** Who starts a server only to look at it need not pay for a fit. */
const settling = 30_000;
const hour = 3_600_000;
const publicFolder = fileURLToPath(new URL('./public', import.meta.url));

export interface Extras {
  /** Adds routes of its own. */
  beside?(app: App): void;
  /** No shop is opened before this resolves. */
  ready?: Promise<void>;
}

/** Starts the app. */
export async function startServer(settings: Settings, { beside, ready }: Extras = {}): Promise<Running> {
  boundGarbage();
  const log = pino({ base: null }, pino.destination(2));
  const placeIn = settings.geoFile === undefined ? null : await openGeoFile(settings.geoFile);
  const folder = await openDataFolder(settings.dataDir);
  const openStore = async (key: string) => {
    await ready;
    return folder.openStore(key);
  };
  const powers = { hmac: nodeHmac, fitTo: fitOnThread() };
  const shops = shopsAtWork({ directory: folder.directory, openStore, now: Date.now, powers });
  const addressOf = (c: Context) => {
    const proxied = settings.addressHeader && first(c.req.header(settings.addressHeader));
    return proxied || (getConnInfo(c).remote.address ?? '');
  };
  const failed = (error: unknown) => log.error(error);
  const working = new Set<Promise<unknown>>();
  const underWay = (work: Promise<unknown>) => {
    working.add(work);
    work.then(
      () => working.delete(work),
      () => working.delete(work),
    );
  };
  const later = (work: Promise<unknown>) => underWay(work.catch(failed));
  const ask = askOutside(settings.allowPrivate ? refusesNothing : undefined);
  const outbox = createOutbox({ now: Date.now, shops, ask });
  let waking: NodeJS.Timeout | undefined;
  const feeds = createFeedJob({
    now: Date.now,
    directory: folder.directory,
    openShop: shops.get,
    ask,
    underWay: createUnderWay(),
    wakeAt: (at) => {
      clearTimeout(waking);
      // A timer holds less than 25 days, and a clock may be set.
      if (at !== null) waking = setTimeout(() => later(feeds.runDue()), Math.min(Math.max(0, at - Date.now()), hour));
    },
  });
  const app = createApp({
    now: Date.now,
    directory: folder.directory,
    shops,
    passwords: argon2Passwords,
    assets: filesIn(publicFolder),
    addressOf,
    rateLimits: settings.rateLimits,
    placeOf: (c) => {
      const country = settings.countryHeader && c.req.header(settings.countryHeader);
      const region = settings.regionHeader && c.req.header(settings.regionHeader);
      if (country) return { country, regionCode: region, regionName: region };
      return placeIn ? placeIn(addressOf(c)) : {};
    },
    feeds,
    outbox,
    later,
    failed,
  });
  const saving = setInterval(() => void shops.save().catch(failed), saveEvery);
  const refreshing = paced(() => shops.refresh().catch(failed), pace.refresh);
  const learning = paced(() => shops.learn().catch(failed), pace.learn, settling);
  const sweeping = paced(() => shops.sweep().catch(failed), pace.sweep);
  const sending = paced(() => outbox.runDue().then(() => {}, failed), pace.send);
  beside?.(app);
  later(feeds.runDue());
  const { server, port } = await listen(settings, (request, env) => {
    const answer = Promise.resolve(app.fetch(request, env));
    underWay(answer);
    return answer;
  }).catch(async (error) => {
    clearInterval(saving);
    refreshing();
    learning();
    sweeping();
    sending();
    await outbox.stop();
    await feeds.stop();
    await folder.close();
    throw error;
  });
  return {
    origin: `http://${settings.host.includes(':') ? `[${settings.host}]` : settings.host}:${port}`,
    folder,
    shops,
    stop: async () => {
      clearInterval(saving);
      refreshing();
      learning();
      sweeping();
      sending();
      await outbox.stop();
      await feeds.stop();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        if ('closeAllConnections' in server) setTimeout(() => server.closeAllConnections(), 500).unref();
      });
      // Whoever was cut off may still be in the middle of a commit.
      while (working.size > 0) await Promise.allSettled(working);
      await shops.close();
      await folder.close();
    },
  };
}

function listen({ host, port }: Settings, fetch: (request: Request, env: unknown) => Promise<Response>) {
  return new Promise<{ server: ReturnType<typeof serve>; port: number }>((resolve, reject) => {
    const server = serve({ fetch, hostname: host, port }, (info) => resolve({ server, port: info.port }));
    server.on('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'EADDRINUSE'
          ? new Failure(`Port ${port} is taken. Stop what uses it, or choose another with --port (0 picks a free one).`)
          : error,
      );
    });
  });
}

/** The first address of a list that proxies have made. */
function first(value: string | undefined): string | undefined {
  return value?.split(',')[0]?.trim() || undefined;
}

/** Does this again and again, less often the longer it takes, for the first time after `first` ms. What it returns ends that. */
function paced(
  work: () => Promise<void>,
  { least, times }: { least: number; times: number },
  first = least,
): () => void {
  let timer: NodeJS.Timeout;
  const next = (wait: number) => {
    timer = setTimeout(async () => {
      const began = performance.now();
      await work();
      if (!ended) next(Math.max(least, times * (performance.now() - began)));
    }, wait);
  };
  let ended = false;
  next(first);
  return () => {
    ended = true;
    clearTimeout(timer);
  };
}
