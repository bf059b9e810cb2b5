import { watchCartCalls } from './cart-calls.ts';
import { load } from './load.ts';
import { overhear } from './overhear.ts';
import { readProductPage } from './product-page.ts';
import { quietly } from './quietly.ts';
import { say } from './say.ts';

/** Of the snippet and of the modules that it loads; set by the build. */
declare const VERSION: string;

/**
 * What the shop tells others already, told to the collector too. Loads when the page is idle, and only where something of
 * this is spoken; what was pushed before is still in its queue.
 */

/** ms after which libraries have put an object in place of their queue. */
const LOOKS = [0, 2_000, 9_000];

/** What else only some pages need, by what these have. */
const FURTHER = [
  ['answers', '[data-vitrina-form]'],
  ['woo', '[class*=wooc]'],
] as const;

const heard = new Set<unknown>();

/** Hears the calls of these globals, those that wait in a queue first: each as `[method, ...words]`, or what was pushed. */
function listen(names: string, methods: string, hear: (call: unknown[]) => void) {
  for (const name of names.split(' ')) {
    const owner = Reflect.get(window, name);
    if (!owner || heard.has(owner)) continue;
    heard.add(owner);
    const hearQuietly = quietly(hear);
    if (Array.isArray(owner)) for (const call of [...owner]) hearQuietly(call);
    for (const method of methods.split(' ')) {
      overhear(owner, method, (words) => {
        if (method !== 'push') hearQuietly([method, ...words]);
        else for (const call of words) hearQuietly(Object(call));
      });
    }
  }
}

/** What an entry has left in the data layer; `ecommerce: null` takes it away. */
let left: unknown;

function hearLayer(entry: unknown[] & { event?: unknown; ecommerce?: unknown }) {
  const { event, ecommerce } = entry;
  if ('ecommerce' in entry) left = ecommerce;
  // `gtag` pushes its `arguments`, which are as iterable as an array.
  if (entry[0] === 'event') say('ga4', ...entry);
  else if (ecommerce || (event && !/^(gtm\.|page_view)/.test(`${event}`))) say('ga4', entry, ecommerce ? 0 : left);
}

/** Matomo keeps the items of a cart in the page until the cart is told. */
const items: unknown[] = [];

function hearMatomo(call: unknown[]) {
  const method = `${call[0]}`;
  if (/Ecommerce(Item|Cart)$/.test(method)) items.push(call);
  else if (/Ecomm|UserId|^track(S|E|Con)/.test(method)) say('matomo', ...call, items);
}

function look() {
  for (const [name, selector] of FURTHER) {
    // Kept apart: a pattern inside of `import()` would make the bundler look for files.
    const path = `./${name}-${VERSION}.js`;
    if (document.querySelector(selector)) void load(path);
  }
  listen('dataLayer', 'push', hearLayer);
  // Traits of a person stay where they are.
  listen('analytics rudderanalytics', 'track identify', ([method, name, about]) =>
    say('segment', method, name, method === 'track' && about),
  );
  listen('_paq', 'push', hearMatomo);
  listen(
    '_klOnsite _learnq klaviyo',
    'push',
    ([method, name, about]) => method === 'track' && say('klaviyo', method, name, about),
  );
}

for (const delay of LOOKS) setTimeout(quietly(look), delay);
for (const run of [watchCartCalls, readProductPage]) quietly(run)();
