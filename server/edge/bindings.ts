import { isCurrency } from '../money.ts';

/** What the deployment says of its shop; empty or null is not said. */
export interface Bindings {
  SHOP_NAME?: string | null;
  /** Where the shop's pages are, for instance `https://shop.example`; several are separated by spaces. */
  SHOP_ORIGINS?: string | null;
  /** ISO 4217. */
  SHOP_CURRENCY?: string | null;
  /** IANA name, for instance `Europe/Kyiv`. */
  SHOP_TIME_ZONE?: string | null;
  /** How many times the rate limits that there are by themselves; 0 for none. */
  RATE_LIMITS?: string | null;
  /** `private`: feeds may be fetched from private addresses too; the network has to let them through as well. */
  FEED_ADDRESSES?: string | null;
}

export interface ShopSettings {
  name: string;
  /** Null leaves the shop's origins as they are. */
  origins: string[] | null;
  currency: string;
  timeZone: string;
}

/** Reads everything once; the error names every setting that is wrong. */
export function readBindings(env: Bindings): ShopSettings & { allowPrivate: boolean; rateLimits: number } {
  const wrong: string[] = [];
  const origins = env.SHOP_ORIGINS?.split(/\s+/).filter((text) => text !== '') ?? [];
  for (const text of origins) {
    if (!isWebAddress(text))
      wrong.push(`SHOP_ORIGINS has "${text}"; an address such as https://shop.example is wanted`);
  }
  const currency = env.SHOP_CURRENCY || 'EUR';
  if (!isCurrency(currency)) wrong.push(`SHOP_CURRENCY is "${currency}"; an ISO 4217 code such as UAH is wanted`);
  const timeZone = env.SHOP_TIME_ZONE || 'UTC';
  if (!isTimeZone(timeZone)) wrong.push(`SHOP_TIME_ZONE is "${timeZone}"; a name such as Europe/Kyiv is wanted`);
  const rateLimits = Number(env.RATE_LIMITS || '1');
  if (!(rateLimits >= 0))
    wrong.push(`RATE_LIMITS is "${env.RATE_LIMITS}"; a number such as 2 is wanted, 0 for no limits`);
  if (env.FEED_ADDRESSES && !/^(public|private)$/.test(env.FEED_ADDRESSES))
    wrong.push(`FEED_ADDRESSES is "${env.FEED_ADDRESSES}"; "public" or "private" is wanted`);
  if (wrong.length > 0) throw new Error(wrong.join('\n'));
  return {
    name: env.SHOP_NAME || 'My shop',
    origins: origins.length === 0 ? null : origins.map((text) => new URL(text).origin),
    currency,
    timeZone,
    rateLimits,
    allowPrivate: env.FEED_ADDRESSES === 'private',
  };
}

function isWebAddress(text: string): boolean {
  return /^https?:/.test(text) && URL.canParse(text);
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
