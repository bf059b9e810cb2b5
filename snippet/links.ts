import type { Track } from './auto.ts';
import { closest } from './closest.ts';
import { on } from './on.ts';

const FILES = /\.(pdf|docx?|xlsx?|pptx?|csv|zip|mp[34])$/i;

/** Clicks that lead away from the shop, and downloads. Without the query: it may carry what nobody should keep. */
export function watchLinks(track: Track) {
  const onClick = ({ target }: Event) => {
    const link = closest(target, 'a');
    if (!link?.protocol.startsWith('http')) return;
    const link_url = link.origin + link.pathname;
    const [, file_extension] = FILES.exec(link.pathname) ?? [];
    if (file_extension || link.download) track('file_download', { link_url, file_extension });
    else if (link.host !== location.host) track('click', { link_url, outbound: true });
  };
  on('click', onClick);
  // The middle button opens a tab.
  on('auxclick', onClick);
}
