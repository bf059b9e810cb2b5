import { createApp } from '../app.ts';
import { shopsAtWork } from '../shops-at-work.ts';
import { hasStaff } from '../staff/accounts.ts';
import { createLink } from '../staff/sessions.ts';
import { migrations } from '../store/migrations.ts';
import { type Bindings, readBindings } from './bindings.ts';
import { embeddedAssets } from './embedded-assets.ts';
import { type ObjectStorage, openObjectStore } from './object-store.ts';
import { ownShop } from './own-shop.ts';
import { pbkdf2Passwords } from './passwords.ts';

interface ObjectState {
  storage: ObjectStorage;
  blockConcurrencyWhile<T>(work: () => Promise<T>): Promise<T>;
  waitUntil(work: Promise<unknown>): void;
}

type Answer = (request: Request) => Promise<Response>;

/** A shop at the edge: the app around the SQLite of one Durable Object. */
export class ShopObject {
  readonly #state: ObjectState;
  readonly #env: Bindings;
  #answer: Promise<Answer> | null = null;

  constructor(state: ObjectState, env: Bindings) {
    this.#state = state;
    this.#env = env;
  }

  async fetch(request: Request): Promise<Response> {
    // Not in the constructor: only a request says under which address this object is reached.
    this.#answer ??= this.#state.blockConcurrencyWhile(() =>
      start(this.#state, this.#env, new URL(request.url).origin),
    );
    return (await this.#answer)(request);
  }
}

async function start(state: ObjectState, env: Bindings, origin: string): Promise<Answer> {
  const directory = openObjectStore(state.storage, migrations.directory);
  const { rateLimits, ...settings } = readBindings(env);
  await ownShop(directory, settings, origin, Date.now());
  if (!(await hasStaff(directory)))
    console.log(`Create the owner's account: ${origin}/admin/#link=${await createLink(directory, null, Date.now())}`);

  const shops = shopsAtWork({
    directory,
    openStore: async () => openObjectStore(state.storage, migrations.shop),
    now: Date.now,
  });
  const failed = (error: unknown) => console.error(error);
  const later = (work: Promise<unknown>) => state.waitUntil(work.catch(failed));
  const app = createApp({
    now: Date.now,
    directory,
    shops,
    passwords: pbkdf2Passwords,
    assets: embeddedAssets,
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
  return async (request) => {
    const response = await app.fetch(request);
    later(shops.save());
    // workerd hangs up on whoever is still sending when the answer is ready, and so would never hear it.
    if (!request.bodyUsed) await request.body?.pipeTo(new WritableStream()).catch(() => {});
    return response;
  };
}
