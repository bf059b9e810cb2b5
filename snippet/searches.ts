import type { Track } from './auto.ts';
import { quietly } from './quietly.ts';

/** What shops call the words of a search in their addresses. */
const NAMES = 'q s search query keyword term'.split(' ');

/** On-site search by the page's address, under the name that Google Analytics gives it; `search` is the shop's own to say. */
export function watchSearches(track: Track) {
  let last: string | null | undefined;

  const look = quietly(() => {
    const query = new URLSearchParams(location.search);
    const term = NAMES.map((name) => query.get(name)).find(Boolean);
    if (term && term !== last) track('view_search_results', { search_term: term });
    last = term;
  });
  look();
  if ('navigation' in window) navigation.addEventListener('currententrychange', () => setTimeout(look));
}
