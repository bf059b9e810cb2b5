import type { z } from 'zod';
import type { Envelope } from './schema.ts';

type Read = z.infer<typeof Envelope>;

/**
 * True for parsed JSON that `Envelope` of `schema.ts` takes as it stands, key by key, at a tenth of its cost: what the snippet
 * sends. Of everything else the schema has the word, which also words a refusal; a property test holds the two together.
 */
export function isEnvelope(value: unknown): value is Read {
  if (!isPlain(value, keys)) return false;
  const { site, token, consent, sent, offset, version, page, events, slots } = value;
  return (
    isText(site, 64) &&
    site !== '' &&
    (token === undefined || isText(token, 200)) &&
    isConsent(consent) &&
    Number.isSafeInteger(sent) &&
    Number(sent) >= 0 &&
    (offset === undefined || (Number.isSafeInteger(offset) && Math.abs(Number(offset)) <= 1000)) &&
    (version === undefined || (typeof version === 'string' && versionShape.test(version))) &&
    isPage(page) &&
    Array.isArray(events) &&
    events.length <= 100 &&
    (slots === undefined || (Array.isArray(slots) && slots.length <= 20 && slots.every((slot) => isText(slot, 64))))
  );
}

const keys = new Set(['site', 'token', 'consent', 'sent', 'offset', 'version', 'page', 'events', 'slots']);
const keysOfConsent = new Set(['statistics', 'personalisation', 'marketing', 'source']);
const keysOfPage = new Set(['id', 'url', 'referrer', 'title', 'language']);
const sources = new Set<unknown>(['tag', 'api', 'gcm', 'tcf', 'shopify', 'wp', 'matomo', 'gpc']);
const versionShape = /^[\w.-]{1,16}$/;
const pageId = /^[\w.-]{1,64}$/;
/** Not all that the schema takes: it trims. */
const address = /^https?:\/\/\S+$/;

function isConsent(consent: unknown): boolean {
  if (!isPlain(consent, keysOfConsent)) return false;
  const { statistics, personalisation, marketing, source } = consent;
  return (
    isPurpose(statistics) &&
    isPurpose(personalisation) &&
    isPurpose(marketing) &&
    (source === undefined || sources.has(source))
  );
}

function isPage(page: unknown): boolean {
  if (!isPlain(page, keysOfPage)) return false;
  const { id, url, referrer, title, language } = page;
  return (
    typeof id === 'string' &&
    pageId.test(id) &&
    isText(url, 4096) &&
    address.test(url) &&
    URL.canParse(url) &&
    (referrer === undefined || isText(referrer, 4096)) &&
    (title === undefined || isText(title, 2000)) &&
    (language === undefined || isText(language, 64))
  );
}

/** An object with none but these keys: the schema drops others. */
function isPlain(value: unknown, known: ReadonlySet<string>): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  for (const key in value) if (!known.has(key)) return false;
  return true;
}

function isPurpose(value: unknown): boolean {
  return value === undefined || typeof value === 'boolean';
}

function isText(value: unknown, most: number): value is string {
  return typeof value === 'string' && value.length <= most;
}
