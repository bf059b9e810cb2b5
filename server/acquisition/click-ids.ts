import type { Site } from './find-site.ts';

/**
 * Parameters that a network adds to the address of a click. They say which network it was, and some of them that the click was
 * paid for. `fbclid` does not: Facebook adds it to every link.
 */
const networks: Record<string, Site> = {
  gclid: { source: 'google', channel: 'paid-search' },
  gbraid: { source: 'google', channel: 'paid-search' },
  wbraid: { source: 'google', channel: 'paid-search' },
  dclid: { source: 'doubleclick', channel: 'display' },
  msclkid: { source: 'bing', channel: 'paid-search' },
  yclid: { source: 'yandex', channel: 'paid-search' },
  ttclid: { source: 'tiktok', channel: 'paid-social' },
  twclid: { source: 'x', channel: 'paid-social' },
  li_fat_id: { source: 'linkedin', channel: 'paid-social' },
  ScCid: { source: 'snapchat', channel: 'paid-social' },
  rdt_cid: { source: 'reddit', channel: 'paid-social' },
  epik: { source: 'pinterest', channel: 'paid-social' },
  irclickid: { source: 'impact', channel: 'affiliate' },
  awc: { source: 'awin', channel: 'affiliate' },
  admitad_uid: { source: 'admitad', channel: 'affiliate' },
  cjevent: { source: 'cj', channel: 'affiliate' },
  tduid: { source: 'tradedoubler', channel: 'affiliate' },
  sscid: { source: 'shareasale', channel: 'affiliate' },
  mc_eid: { source: 'mailchimp', channel: 'email' },
  _kx: { source: 'klaviyo', channel: 'email' },
  srsltid: { source: 'google', channel: 'organic-search' },
  ysclid: { source: 'yandex', channel: 'organic-search' },
  fbclid: { source: 'facebook', channel: 'social' },
  igsh: { source: 'instagram', channel: 'social' },
};

export interface Click {
  /** `gclid` */
  kind: string;
  id: string;
  site: Site;
}

/** The click that an address was opened by; the first of our list where it has several. */
export function clickOf(query: URLSearchParams): Click | null {
  if (query.size === 0) return null;
  for (const [kind, site] of Object.entries(networks)) {
    const id = query.get(kind);
    if (id) return { kind, id: id.slice(0, 200), site };
  }
  return null;
}
