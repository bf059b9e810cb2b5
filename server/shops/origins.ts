import type { Shop } from './table.ts';

/** The origins of a shop's pages: `https://shop.example`. */
export function originsOf({ origins }: Pick<Shop, 'origins'>): readonly string[] {
  return siteOf(origins).origins;
}

/** The host names of a shop's pages, without ports. */
export function hostsOf({ origins }: Pick<Shop, 'origins'>): readonly string[] {
  return siteOf(origins).hosts;
}

interface Site {
  origins: readonly string[];
  hosts: readonly string[];
}

/** Asked with every request, and the same for years. */
const sites = new Map<string, Site>();
const remembered = 1_000;

function siteOf(text: string): Site {
  let site = sites.get(text);
  if (!site) {
    const origins = text.split('\n').filter((origin) => origin !== '');
    site = { origins, hosts: origins.map((origin) => new URL(origin).hostname) };
    if (sites.size >= remembered) sites.clear();
    sites.set(text, site);
  }
  return site;
}
