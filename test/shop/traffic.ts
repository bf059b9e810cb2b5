import type { Basket, Customer, Product } from './books.ts';
import { visit } from './visit.ts';
import { newcomer, type Visitor } from './visitor.ts';

export interface TrafficOptions {
  /** Where shop and collector are. */
  origin: string;
  /** The shop's public key. */
  site: string;
  catalog: readonly Product[];
  customers: readonly Customer[];
  baskets: readonly Basket[];
  sign: (customer: Customer) => Promise<string>;
  random?: () => number;
  /** ms between two events of all visitors together: half to one and a half of it. */
  pace?: number;
  /** ms after the collector could not be reached or said no. */
  patience?: number;
}

export interface Traffic {
  /** Simulated visitors walk about from now on. */
  start(): void;
  /** Resolves when the last request has ended. */
  stop(): Promise<void>;
  running(): boolean;
}

/** Visitors at the same time. */
const AT_ONCE = 4;
/** Left the shop and may come back. */
const REMEMBERED = 60;
const RETURNING = 0.3;

/** Simulated visitors who buy again what was really bought, through the same endpoint as everybody. Stands until started. */
export function createTraffic(options: TrafficOptions): Traffic {
  const { random = Math.random, pace = 1400, patience = 5000, catalog, baskets, customers } = options;
  const products = new Map(catalog.map((product) => [product.id, product]));
  const buyers = new Map(customers.map((customer) => [customer.id, customer]));
  const gone: Visitor[] = [];
  let walk: { abort: AbortController; ended: Promise<void> } | undefined;

  return {
    start() {
      if (walk) return;
      const abort = new AbortController();
      walk = { abort, ended: run(abort.signal) };
    },
    async stop() {
      const stopping = walk;
      walk = undefined;
      stopping?.abort.abort();
      await stopping?.ended;
    },
    running: () => walk !== undefined,
  };

  async function run(signal: AbortSignal) {
    const here: { visitor: Visitor; steps: AsyncGenerator<void> }[] = [];
    while (!signal.aborted) {
      if (here.length < AT_ONCE) here.push(enter(signal));
      const at = Math.floor(random() * here.length);
      const one = here[at];
      let wait = pace * (0.5 + random());
      try {
        if (one && (await one.steps.next()).done) leave(here.splice(at, 1)[0]?.visitor);
      } catch {
        // A collector that is down or says no: this visitor goes, and the next one waits at the door for a while.
        here.splice(at, 1);
        wait = patience;
      }
      await pause(wait, signal);
    }
  }

  function enter(signal: AbortSignal) {
    const [back] = random() < RETURNING ? gone.splice(Math.floor(random() * gone.length), 1) : [];
    const basket = baskets[Math.floor(random() * baskets.length)];
    const visitor = back ?? newcomer(random);
    const lines = (basket?.items ?? []).flatMap(({ id, quantity }) => {
      const product = products.get(id);
      return product ? [{ product, quantity }] : [];
    });
    const steps = visit({
      ...options,
      random,
      visitor,
      signal,
      lines,
      products,
      buyer: buyers.get(basket?.customer ?? ''),
    });
    return { visitor, steps };
  }

  function leave(visitor: Visitor | undefined) {
    if (visitor) gone.push(visitor);
    if (gone.length > REMEMBERED) gone.shift();
  }
}

function pause(ms: number, signal: AbortSignal) {
  if (signal.aborted) return Promise.resolve();
  return new Promise<void>((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    // A demo that has nothing left to do but to simulate may end.
    timer.unref();
    signal.addEventListener('abort', done);
  });
}
