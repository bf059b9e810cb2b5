import type { Context } from 'hono';
import { Problem } from '../problem.ts';
import { type Buckets, createBuckets, type Rate } from './buckets.ts';
import { networkOf } from './network.ts';

/**
 * How much anyone may ask. A busy shop meets none of these: 2,000 requests a second are 170 million page views a day; an address is
 * a company, or a telephone company, with hundreds of people behind it; a visitor sends a request or two a page; and a call of a
 * server carries hundreds of orders or products.
 */
export const rates = {
  address: { burst: 2_000, perSecond: 100 },
  visitor: { burst: 120, perSecond: 2 },
  shop: { burst: 20_000, perSecond: 2_000 },
  key: { burst: 3_000, perSecond: 50 },
  // After each the shop's file is written anew.
  erasing: { burst: 3, perSecond: 1 / 300 },
  erasingShop: { burst: 30, perSecond: 1 / 60 },
} as const satisfies Record<string, Rate>;

/** Each throws a `Problem` 429 with `Retry-After` when there was too much. */
export interface Limits {
  /** Of a public endpoint, before anything is read. `address` may be empty, where nothing tells people apart. */
  address(c: Context, address: string): void;
  /** By the token that was read; each shop has visitors of its own. */
  visitor(c: Context, visitor: string): void;
  shop(c: Context, key: string): void;
  /** Of the server API; says in each answer how much is left. */
  key(c: Context, id: string): void;
  /** Of visitors who erase their own data. */
  erasing(c: Context, address: string, shop: string): void;
}

/** `times`: all rates are so many times the ones above; 0 for none at all. `now` in ms. */
export function createLimits(now: () => number, times = 1): Limits {
  const of = ({ burst, perSecond }: Rate) => createBuckets({ burst: burst * times, perSecond: perSecond * times }, now);
  const [address, visitor, shop, key] = [of(rates.address), of(rates.visitor), of(rates.shop), of(rates.key)];
  const [erasing, erasingShop] = [of(rates.erasing), of(rates.erasingShop)];
  const none = () => {};
  if (times === 0) return { address: none, visitor: none, shop: none, key: none, erasing: none };
  const quota = rates.key.burst * times;
  const policy = `"key";q=${quota};w=${Math.ceil(rates.key.burst / rates.key.perSecond)}`;
  return {
    address: (c, from) => {
      const network = networkOf(from);
      if (network !== '') take(address, network, c, 'this address');
    },
    visitor: (c, id) => take(visitor, id, c, 'this visitor'),
    shop: (c, id) => take(shop, id, c, 'this shop'),
    erasing: (c, from, id) => {
      const network = networkOf(from);
      if (network !== '') take(erasing, `${id} ${network}`, c, 'this address');
      take(erasingShop, id, c, 'this shop');
    },
    key: (c, id) => {
      const wait = key.take(id);
      const { count, full } = key.left(id);
      // draft-ietf-httpapi-ratelimit-headers-10
      c.header('ratelimit-policy', policy);
      c.header('ratelimit', `"key";r=${count};t=${full}`);
      if (wait > 0) throw tooMany(c, wait, 'this key');
    },
  };
}

function take(buckets: Buckets, key: string, c: Context, whose: string): void {
  const wait = buckets.take(key);
  if (wait > 0) throw tooMany(c, wait, whose);
}

/** The problem of too many requests; `wait` in seconds. */
function tooMany(c: Context, wait: number, whose: string): Problem {
  c.header('retry-after', String(wait));
  return new Problem(429, 'too-many-requests', `Too many requests of ${whose}; try again in ${wait} s.`);
}
