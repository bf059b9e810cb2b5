import type { WireEvent } from './schema.ts';

/** What shops call the words of a search in their addresses. */
const names = ['q', 's', 'search', 'query', 'keyword', 'term'];
const longest = 500;
const mark = '.search';

/**
 * On-site search, which the address of a page tells: an event beside the view of the page, under the name that Google Analytics
 * gives it. Null where the page before it had the same words: that is another leaf of what was found.
 */
export function searchOf(view: WireEvent, url: URL, referrer: string | undefined): WireEvent | null {
  const term = termOf(url);
  const id = view.id + mark;
  if (term === undefined || id.length > 64) return null;
  const before = referrer !== undefined && URL.canParse(referrer) ? new URL(referrer) : undefined;
  if (before?.host === url.host && termOf(before) === term) return null;
  return { id, name: 'view_search_results', time: view.time, params: { search_term: term } };
}

/** Whether an event was made here: no page has a number for it. */
export const isSearchOf = ({ id }: WireEvent) => id.endsWith(mark);

function termOf({ searchParams }: URL): string | undefined {
  const said = names.map((name) => searchParams.get(name)?.trim()).find(Boolean);
  return said?.slice(0, longest).replace(/\p{Cs}/gu, '');
}
