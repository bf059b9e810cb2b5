import type { Touch } from '../log/log-event.ts';
import { channelOf, mediumOf } from './channel.ts';
import { type Click, clickOf } from './click-ids.ts';
import { findSite, findSource, isNeverSource, type Site } from './find-site.ts';
import { keywordParameters } from './known-sites.ts';

export interface Arrival {
  /** The page that was opened. */
  url: URL;
  referrer: string | undefined;
  /** Hosts of the shop's own pages, beside that of `url`. */
  own: readonly string[];
  /** Keep the click's id, with which the network itself knows the person. Without it only the network's name stays. */
  keepClick: boolean;
}

const longest = 100;

/**
 * Where a page view came from; null where that says nothing new: it came from the shop itself, or back from a till or a sign-in.
 * A campaign's own words come first, then what a click id proves, then the referrer.
 */
export function classify({ url, referrer, own, keepClick }: Arrival): Touch | null {
  const from = hostOf(referrer);
  if (from !== null && (isOwn(from, [url.hostname, ...own]) || isNeverSource(from))) return null;
  const query = url.searchParams;
  const click = clickOf(query);
  const found = campaign(query, click, from) ?? (click ? byItself(click.site) : referred(referrer, from));
  const word = (name: string, value: string | null | undefined) => (value ? { [name]: value.slice(0, longest) } : {});
  return (
    found && {
      ...found,
      ...word('campaign', query.get('utm_campaign')),
      ...word('term', query.get('utm_term') ?? found.term),
      ...word('content', query.get('utm_content')),
      ...word('click', click?.kind),
      ...(click && keepClick ? { clickId: click.id } : {}),
      landing: url.pathname.slice(0, 500),
    }
  );
}

/** True where a referrer is a page of somebody else's; a till is nobody's. */
export function isFromOutside({ url, referrer, own }: Pick<Arrival, 'url' | 'referrer' | 'own'>): boolean {
  const from = hostOf(referrer);
  return from !== null && !isOwn(from, [url.hostname, ...own]) && !isNeverSource(from);
}

type Source = Pick<Touch, 'source' | 'medium' | 'channel' | 'term'>;

function campaign(query: URLSearchParams, click: Click | null, from: string | null): Source | null {
  const named = query.get('utm_source')?.trim().slice(0, longest);
  const medium = query.get('utm_medium')?.trim().slice(0, longest);
  if (!named && !medium && !query.get('utm_campaign')) return null;
  const site = named ? findSource(named) : (click?.site ?? (from === null ? null : findSite(from)));
  const source = named || site?.source || 'campaign';
  const channel = channelOf(
    medium ?? '',
    source,
    medium ? (site?.channel ?? null) : (click?.site.channel ?? site?.channel ?? null),
  );
  return { source, medium: medium || mediumOf[channel], channel };
}

function referred(referrer: string | undefined, from: string | null): Source | null {
  if (!referrer) return byItself({ source: 'direct', channel: 'direct' });
  // Something that is no address: it came from somewhere, and nobody can say where.
  if (from === null) return null;
  const site = findSite(from);
  if (!site) return byItself({ source: from.slice(0, longest), channel: 'referral' });
  const term = site.channel === 'organic-search' ? keywordIn(referrer, site.source) : null;
  return { ...byItself(site), ...(term ? { term } : {}) };
}

function byItself({ source, channel }: Site): Source {
  return { source, medium: mediumOf[channel], channel };
}

function keywordIn(referrer: string, engine: string): string | null {
  const query = new URL(referrer).searchParams;
  for (const name of keywordParameters[engine] ?? ['q']) {
    const keyword = query.get(name)?.trim();
    if (keyword) return keyword;
  }
  return null;
}

function isOwn(host: string, own: readonly string[]): boolean {
  return own.some((name) => {
    const bare = withoutWww(name);
    return host === bare || host.endsWith(`.${bare}`);
  });
}

function hostOf(address: string | undefined): string | null {
  if (!address || !URL.canParse(address)) return null;
  return withoutWww(new URL(address).hostname.toLowerCase()) || null;
}

function withoutWww(host: string): string {
  return host.replace(/^www\./, '');
}
