import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { createKey } from '../../server/keys/keys.ts';
import { openDataFolder } from '../../server/node/data-folder.ts';
import { changesSeen } from './changes-seen.ts';
import type { Options } from './collect.ts';
import type { Order } from './load.ts';
import { ask, inTurns } from './measure.ts';
import type { RealShop } from './real-shop.ts';
import { pagesOf } from './requests.ts';
import { type Browser, type Question, type Said, shopAt } from './shop-at.ts';
import { startWatched } from './start-watched.ts';
import { untilCalm } from './until-calm.ts';
import type { Watched } from './watch.ts';

const people = 300;
/** What each of them has looked at. */
const looks = 4;

/**
 * `/v1/recommendations` of a real shop, asked by pages with the tokens of visitors who have looked around, beside bare Hono that parses
 * the same question and answers with the same bytes; then how long it takes until an answer shows what has happened.
 */
export async function benchRecommendations(shop: RealShop, { seconds, rounds, connections, profile }: Options) {
  const secret = await secretKeyOf(shop);
  const load = fork(fileURLToPath(new URL('./load.js', import.meta.url)));
  const bare = fork(fileURLToPath(new URL('./bare.js', import.meta.url)));
  const vitrina = await startWatched(shop, profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`]);
  try {
    const [{ port }] = (await once(bare, 'message')) as [{ port: number }];
    const side = { port: Number(new URL(vitrina.origin).port), pid: vitrina.pid };
    const at = shopAt(shop, { origin: vitrina.origin, secret });
    console.error(`${people} visitors look around`);
    const asked = await questionsOf(shop, at);
    await untilCalm(vitrina.pid);
    const answers = await Promise.all(asked.slice(0, 200).map(({ browser, question }) => browser.answer(question)));
    bare.send(answers);
    const watched: Watched[] = [];
    const http = await inTurns(
      load,
      { bare: { port, pid: bare.pid ?? 0 }, vitrina: side },
      { path: '/v1/recommendations', pages: asked.map(({ browser, question }) => browser.question(question)) },
      {
        order: { connections, duration: seconds * 1_000 },
        rounds,
        after: async () => watched.push((await vitrina.ask('watch')) as Watched),
      },
    );
    console.error('changes, alone');
    const alone = await changesSeen(shop, at);
    console.error('changes, under load');
    const end = new AbortController();
    const loading = loadUntil(end.signal, load, { port: side.port, connections, play: await pagesOf(shop) });
    const loaded = await changesSeen(shop, at).finally(() => end.abort());
    return {
      http: {
        connections,
        products: shop.products.length,
        answerBytes: Math.round(answers.reduce((sum, text) => sum + text.length, 0) / answers.length),
        ...{ bare: http.bare, vitrina: http.vitrina, ...http.ratios },
        loopDelayP99: Math.max(...watched.slice(1).map(({ loopDelayP99 }) => Math.round(loopDelayP99 * 100) / 100)),
      },
      changes: { unit: 'ms from sending to an answer that shows it', alone, loaded, loadedWith: await loading },
    };
  } finally {
    load.disconnect();
    bare.disconnect();
    await vitrina.stop();
  }
}

async function secretKeyOf({ dataDir, key }: RealShop): Promise<string> {
  const folder = await openDataFolder(dataDir, new URL('../file-thread.js', import.meta.url));
  try {
    return (await createKey(folder.directory, { shop: key, name: 'bench' }, Date.now())).secret;
  } finally {
    await folder.close();
  }
}

/** Each visitor on a product's page, in the cart and on the first page. */
async function questionsOf({ products }: RealShop, { browser }: ReturnType<typeof shopAt>) {
  const asked: { browser: Browser; question: Question }[] = [];
  for (let number = 0; number < people; number++) {
    const one = browser();
    const seen = Array.from({ length: looks }, (_, place) => products[(number * 7 + place * 31) % products.length]);
    await one.tell(
      ...seen.map((product) => ['view_item', { items: [{ item_id: product?.id ?? '' }] }] satisfies Said),
      ['add_to_cart', { items: [{ item_id: seen[0]?.id ?? '' }] }],
    );
    const product = products[(number * 13) % products.length]?.id ?? '';
    for (const question of [{ slot: 'product', product }, { slot: 'cart' }, { slot: 'home' }])
      asked.push({ browser: one, question });
  }
  return asked;
}

/** Pages of visitors all the while; with what came of it. */
async function loadUntil(end: AbortSignal, load: ChildProcess, order: Omit<Order, 'duration'>) {
  let [requests, took] = [0, 0];
  for (let next: Order = { ...order, duration: 1_000 }; !end.aborted; next = { ...next, play: undefined }) {
    const outcome = await ask(load, next);
    requests += outcome.requests;
    took += outcome.took;
  }
  return {
    path: '/v1/collect',
    connections: order.connections,
    requestsPerSecond: Math.round((requests / took) * 1_000),
  };
}
