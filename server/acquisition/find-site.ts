import type { Channel } from './channel.ts';
import { knownSites, neverSources } from './known-sites.ts';

export interface Site {
  source: string;
  channel: Channel;
}

const sites = new Map<string, Site>();
for (const [channel, group] of Object.entries(knownSites)) {
  for (const [source, hosts] of Object.entries(group))
    for (const host of hosts.split(' ')) sites.set(host, { source, channel: channel as Channel });
}
const never = new Set(neverSources.split(' '));
const sources = new Map([...sites.values()].map((site) => [site.source, site]));
/** Short names that campaigns use for a source. */
for (const [short, name] of Object.entries({
  fb: 'facebook',
  ig: 'instagram',
  tg: 'telegram',
  twitter: 'x',
  yt: 'youtube',
}))
  sources.set(short, sources.get(name) as Site);

/** `com`, `ua`, and those of two parts: `com.ua`, `co.uk`. */
const countryEnd = /^([a-z]{2,4}|(com|co|org|net|ne|edu)\.[a-z]{2})$/;

/** Whose page a host is; null for one that we do not know. */
export function findSite(host: string): Site | null {
  return ending(host, (end) => sites.get(end) ?? underAnyCountry(end));
}

/** What a campaign's source is without the campaign: it may say `google`, `fb` or `chatgpt.com`. */
export function findSource(source: string): Site | null {
  const word = source.toLowerCase();
  return sources.get(word) ?? (word.includes('.') ? findSite(word) : null);
}

export function isNeverSource(host: string): boolean {
  return ending(host, (end) => never.has(end) || null) ?? false;
}

/** The first answer for the host, then for what it lies below, and so on. */
function ending<T>(host: string, find: (end: string) => T | null): T | null {
  for (let end = host; ; end = end.slice(end.indexOf('.') + 1)) {
    const found = find(end);
    if (found !== null || !end.includes('.')) return found;
  }
}

function underAnyCountry(host: string): Site | null {
  const dot = host.indexOf('.');
  return dot > 0 && countryEnd.test(host.slice(dot + 1)) ? (sites.get(`${host.slice(0, dot)}.*`) ?? null) : null;
}
