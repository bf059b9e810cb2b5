import { type Way, ways } from '../dialects/translate.ts';
import { hashOf } from '../hash.ts';
import { createRecent } from '../recent.ts';
import type { ReadBatch } from './read-batch.ts';
import type { WireEvent } from './schema.ts';

/** An event with the way on which it came. */
export interface Told {
  index: number;
  event: WireEvent;
  way: Way;
}

/** Which facts each page has told, for the minutes in which it may tell them again in another language. */
export interface OneWay {
  /** The events without those that the page tells, or has told, on a better way. */
  believed<T extends Told>(page: string, events: readonly T[]): T[];
}

interface Fact {
  id: string;
  name: string;
  /** Of its products, by a hash: a page may name hundreds. */
  items: number;
  way: Way;
  time: number;
}

/** ms within which a click is told by everything that listens to it: the slowest waits for the shop's own answer. */
const moments = 5_000;
/** What is so once a page view, whenever it is told. */
const once = new Set(['view_item', 'view_item_list', 'view_cart', 'begin_checkout', 'search', 'purchase']);
/** What is read from the page or its calls where the shop itself says nothing. */
const fallbacks = new Set<Way>(['page', 'cart']);
/** What the snippet alone says. */
const unasked = new Set(['page_view', 'engagement', 'scroll', 'web_vital']);
const mostOfPage = 60;

export function createOneWay(capacity = 5_000): OneWay {
  const pages = createRecent<Fact[]>(capacity);

  return {
    believed: (page, events) => {
      const before = pages.get(page) ?? [];
      const facts = before.slice();
      const dropped = new Set<number>();
      const isMixed = events.some(({ way }) => way !== events[0]?.way);
      const best = isMixed ? events.toSorted((a, b) => rank(a.way) - rank(b.way)) : events;
      for (const { event, way } of best) {
        if (unasked.has(event.name)) continue;
        const fact = factOf(event, way);
        // Sent again: the log knows its id.
        if (before.some(({ id }) => id === fact.id)) continue;
        if (facts.some((known) => isTold(fact, known))) dropped.add(events.findIndex((one) => one.event === event));
        else facts.push(fact);
      }
      if (facts.length > before.length) pages.set(page, facts.slice(-mostOfPage));
      return dropped.size === 0 ? [...events] : events.filter((_, place) => !dropped.has(place));
    },
  };
}

/** A batch without what its page tells in a second language too. */
export function inOneWay(batch: ReadBatch, oneWay: OneWay): ReadBatch {
  const events = oneWay.believed(`${batch.site} ${batch.page.id}`, batch.events);
  if (events.length === batch.events.length) return batch;
  const kept = new Set(events);
  const told = batch.events.filter((one) => !kept.has(one)).map(({ event }) => event.id);
  return { ...batch, events, unread: [...batch.unread, ...told] };
}

const rank = (way: Way) => ways.indexOf(way);

function factOf({ id, name, time, params }: WireEvent, way: Way): Fact {
  const items = params?.transaction_id ?? params?.search_term ?? params?.items?.map(({ item_id }) => item_id).join();
  return { id, name: name === 'view_search_results' ? 'search' : name, items: hashOf(String(items ?? '')), way, time };
}

/** True where `known` says already what `fact` says. Numbers of products differ between languages, so within moments the name is enough. */
function isTold(fact: Fact, known: Fact): boolean {
  if (fact.name !== known.name) return false;
  // Shops say with every page who is looking.
  if (fact.name === 'login') return fact.way !== 'own';
  if (fact.way === known.way) return false;
  if (fallbacks.has(fact.way) && rank(known.way) < rank(fact.way)) return true;
  if (once.has(fact.name) && fact.items === known.items) return true;
  return fact.name !== 'purchase' && Math.abs(fact.time - known.time) <= moments;
}
