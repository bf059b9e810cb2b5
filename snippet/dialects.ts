import { watchCartCalls } from './cart-calls.ts';
import { hearQueue } from './hear-queue.ts';
import { on } from './on.ts';
import { overhear } from './overhear.ts';
import { readProductPage } from './product-page.ts';
import { quietly } from './quietly.ts';
import { say } from './say.ts';
import type { Here } from './v.ts';

/**
 * What the shop tells others already, told to the collector too. Loads when the page is idle, and only where something of
 * this is spoken; what was pushed before has been kept.
 */

/** ms after which libraries have mostly put an object in place of their queue. */
const LOOKS = [0, 2_000, 9_000];

/** What else only some pages need, by what these have. */
const FURTHER = [
  ['answers', '[data-vitrina-form]'],
  ['woo', '[class*=wooc]'],
] as const;

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

/** Traits of a person stay where they are, and so does what a tool calls itself to say. */
const hearNamed =
  (via: string) =>
  ([method, name, about]: unknown[]) => {
    if (/^(track|capture|identify)$/.test(`${method}`) && /^[^$[]/.test(`${name}`))
      say(via, method, name, method !== 'identify' && about);
  };
const hearSegment = hearNamed('segment');
const hearKlaviyo = hearNamed('klaviyo');

const LANGUAGES: Record<string, (call: unknown[]) => void> = {
  dataLayer: hearLayer,
  _paq: hearMatomo,
  analytics: hearSegment,
  rudderanalytics: hearSegment,
  posthog: hearSegment,
  _klOnsite: hearKlaviyo,
  _learnq: hearKlaviyo,
  klaviyo: hearKlaviyo,
};

/** Calls that are kept in all. */
const MOST = 500;

export function begin({ look, begin }: Here) {
  const heard = new Set<unknown>();

  function listen() {
    const pushed = look();
    for (const [name, hear] of Object.entries(LANGUAGES)) {
      const kept = pushed[name];
      hearOnce(kept, (call) => {
        if (kept && kept.length > MOST) kept.length = 0;
        hear(call);
      });
      // What a library has put in place of its queue, or brings besides.
      const owner = Reflect.get(window, name);
      if (!Array.isArray(owner)) hearOnce(owner, hear);
    }
    for (const [name, selector] of FURTHER) if (document.querySelector(selector)) void begin(name);
  }

  function hearOnce(owner: unknown, hear: (call: unknown[]) => void) {
    if (!owner || heard.has(owner)) return;
    heard.add(owner);
    hearQueue(owner, (call) => hear(Object(call)));
    for (const method of ['track', 'capture', 'identify'])
      overhear(owner, method, (words) => void hear([method, ...words]));
  }

  for (const delay of LOOKS) setTimeout(quietly(listen), delay);
  // Whoever does something on a page may be what a library tells next; we are there before it.
  for (const type of ['pointerdown', 'keydown', 'submit'] as const) on(type, listen);
  for (const run of [watchCartCalls, readProductPage]) quietly(run)();
}
