import { createApp } from '../app.ts';
import { createFeedJob, type FeedJob } from '../feeds/feed-job.ts';
import { createUnderWay } from '../feeds/under-way.ts';
import { createOutbox } from '../outbox/outbox.ts';
import { narrow } from '../recommend/next/model-room.ts';
import { shopsAtWork } from '../shops-at-work.ts';
import { hasStaff } from '../staff/accounts.ts';
import { createLink } from '../staff/sessions.ts';
import { migrations } from '../store/migrations.ts';
import { type Alarms, createAlarms } from './alarms.ts';
import { askOutside } from './ask-outside.ts';
import { type Bindings, readBindings } from './bindings.ts';
import { embeddedAssets } from './embedded-assets.ts';
import { followSegments } from './follow-segments.ts';
import { type ObjectStorage, openObjectStore } from './object-store.ts';
import { ownShop } from './own-shop.ts';
import { pbkdf2Passwords } from './passwords.ts';

interface ObjectState {
  storage: ObjectStorage & { setAlarm(at: number): Promise<void>; deleteAlarm(): Promise<void> };
  blockConcurrencyWhile<T>(work: () => Promise<T>): Promise<T>;
  waitUntil(work: Promise<unknown>): void;
}

interface AtWork {
  answer(request: Request): Promise<Response>;
  feeds: FeedJob;
  following: ReturnType<typeof followSegments>;
  /** What segments tell other systems, and again what was not taken. */
  send(): Promise<void>;
}

/** A shop at the edge: the app around the SQLite of one Durable Object. */
export class ShopObject {
  readonly #state: ObjectState;
  readonly #env: Bindings;
  #atWork: Promise<AtWork> | null = null;

  constructor(state: ObjectState, env: Bindings) {
    this.#state = state;
    this.#env = env;
  }

  async fetch(request: Request): Promise<Response> {
    // Not in the constructor: only a request says under which address this object is reached.
    const { answer } = await this.#start(new URL(request.url).origin);
    return answer(request);
  }

  /** Only a shop that has staff has a feed or segments, and so asks to be woken: its address is known. */
  async alarm(): Promise<void> {
    const { feeds, following, send } = await this.#start('');
    await Promise.all([feeds.runDue(), following.runDue().then(send)]);
  }

  #start(origin: string): Promise<AtWork> {
    this.#atWork ??= this.#state.blockConcurrencyWhile(() => start(this.#state, this.#env, origin));
    return this.#atWork;
  }
}

async function start(state: ObjectState, env: Bindings, origin: string): Promise<AtWork> {
  const directory = openObjectStore(state.storage, migrations.directory);
  const { allowPrivate, rateLimits, ...settings } = readBindings(env);
  await ownShop(directory, settings, origin, Date.now());
  if (!(await hasStaff(directory)))
    console.log(`Create the owner's account: ${origin}/admin/#link=${await createLink(directory, null, Date.now())}`);

  const shops = shopsAtWork({
    directory,
    openStore: async () => openObjectStore(state.storage, migrations.shop),
    now: Date.now,
    powers: { room: narrow },
  });
  const failed = (error: unknown) => console.error(error);
  const later = (work: Promise<unknown>) => state.waitUntil(work.catch(failed));
  const alarms: Alarms = createAlarms(state.storage, later);
  const following = followSegments({ shops, alarms, hasStaff: () => hasStaff(directory), now: Date.now });
  const ask = askOutside(allowPrivate);
  const outbox = createOutbox({ now: Date.now, shops, ask });
  const feeds = createFeedJob({
    now: Date.now,
    directory,
    openShop: shops.get,
    ask,
    underWay: createUnderWay(),
    wakeAt: (at) => alarms.wakeAt('feeds', at),
  });
  const app = createApp({
    now: Date.now,
    directory,
    shops,
    passwords: pbkdf2Passwords,
    assets: embeddedAssets,
    feeds,
    outbox,
    addressOf: (c) => c.req.header('cf-connecting-ip') ?? '',
    rateLimits,
    placeOf: (c) => ({
      country: c.req.header('cf-ipcountry'),
      regionCode: c.req.header('cf-region-code'),
      regionName: c.req.header('cf-region'),
    }),
    later,
    failed,
  });
  const send = async () => alarms.wakeAt('outbox', await outbox.runDue());
  later(feeds.runDue());
  const answer = async (request: Request) => {
    const response = await app.fetch(request);
    later(shops.save());
    later(shops.learn());
    later(following.soon());
    // workerd hangs up on whoever is still sending when the answer is ready, and so would never hear it.
    if (!request.bodyUsed) await request.body?.pipeTo(new WritableStream()).catch(() => {});
    return response;
  };
  return { answer, feeds, following, send };
}
