import { kept } from './device.ts';
import { TOKEN } from './outbox.ts';
import type { RankAnswer, RankRequest } from './protocol.ts';
import { quietly } from './quietly.ts';
import type { Here } from './v.ts';
import type { Ordered, RankedList } from './window.ts';

/** A list that is being watched, and how to stop. */
type Watched = Map<HTMLElement, () => void>;

/** Half of a product seen for this long (ms) is a view. */
const SEEN = 1_000;
/** ms after which whoever asked by a call keeps their own order. */
const PATIENCE = 500;

/**
 * Lists of the shop's own in the order for this visitor: `<ul data-vitrina-rank="category">` (or `search`) of
 * `<li data-vitrina-item="A-1">`. What was in view, and all before it, stays where it is.
 */
export function begin({ tag }: Here, asked?: unknown, done?: Ordered) {
  if (done) return answer(tag, Object(asked), done);
  const watched: Watched = new Map();

  const look = quietly(() => {
    for (const [list, stop] of watched) {
      if (list.isConnected) continue;
      stop();
      watched.delete(list);
    }
    for (const list of document.querySelectorAll<HTMLElement>('[data-vitrina-rank]'))
      if (!watched.has(list)) watched.set(list, rank(list, tag));
  });
  look();
  // Shops that change pages by themselves take lists away and bring others.
  new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
}

/** For a call of the page: the shop's own order where there is no other in time. */
function answer(tag: Here['tag'], list: RankedList, done: Ordered) {
  const until = Date.now() + PATIENCE;
  const timer = setTimeout(done, PATIENCE, list.ids);
  ask(tag, list, ({ ids, decision }) => {
    if (Date.now() >= until) return;
    clearTimeout(timer);
    done(ids, decision);
  });
}

function ask({ site, consent, origin }: Here['tag'], list: RankedList, hear: (answer: RankAnswer) => void) {
  const request: RankRequest = {
    site,
    token: (consent.statistics && kept(TOKEN)) || undefined,
    consent,
    language: document.documentElement.lang || navigator.language,
    page: { id: '', path: location.pathname },
    ...list,
  };
  fetch(`${origin}/v1/rank`, { method: 'POST', body: JSON.stringify(request), credentials: 'include' })
    .then((response) => (response.status === 200 ? response.json() : Promise.reject()))
    .then(hear)
    .catch(() => {});
}

function rank(list: HTMLElement, tag: Here['tag']): () => void {
  const all = [...list.querySelectorAll<HTMLElement>('[data-vitrina-item]')];
  // Products that stand beside each other.
  const items = all.filter(({ parentNode }) => parentNode === all[0]?.parentNode).slice(0, 500);
  const idOf = ({ dataset }: HTMLElement) => dataset.vitrinaItem || ' ';
  let held = 0;
  let stopped = false;
  const inOrder: readonly Element[] = items;
  const hold = (item: Element) => {
    held = Math.max(held, inOrder.indexOf(item) + 1);
  };
  const seen = new Promise<void>((isSeen) => {
    const observer = new IntersectionObserver(
      (entries) => {
        // What stands above the lower edge was seen, or was passed.
        for (const {
          target,
          boundingClientRect: { top },
        } of entries)
          if (top < innerHeight) hold(target);
        isSeen();
        if (stopped) observer.disconnect();
      },
      { threshold: [0, 1] },
    );
    for (const item of items) observer.observe(item);
  });
  const listening = new AbortController();

  const arrange = ({ decision, ids, moved }: RankAnswer) => {
    for (const item of items) if (item.getBoundingClientRect().top < innerHeight) hold(item);
    stopped = true;
    const slot = `${list.dataset.vitrinaRank}-list`;
    const track = (name: string, more = {}) => window.vitrina?.(name, { decision, slot, ...more });
    if (!moved[0] || !list.isConnected) return;
    const free = items.slice(held);
    const byId = new Map<string, HTMLElement[]>();
    for (const item of free) byId.set(idOf(item), [...(byId.get(idOf(item)) ?? []), item]);
    const next = ids.flatMap((id) => byId.get(id)?.shift() ?? []);
    const changes = free.flatMap((old, place) =>
      next[place] && next[place] !== old ? [[old, next[place]] as const] : [],
    );
    // Whoever is in the list by keyboard keeps their place.
    if (!changes[0] || next.length !== free.length || list.contains(document.activeElement)) return track('slot_late');
    // In the document itself, so that keyboards and screen readers meet the same order.
    const marks = changes.map(([old]) => {
      const mark = document.createComment('');
      old.replaceWith(mark);
      return mark;
    });
    for (const [place, mark] of marks.entries()) mark.replaceWith(changes[place]?.[1] ?? '');
    tell(
      changes.map(([, item]) => item),
      track,
    );
  };

  function tell(elements: HTMLElement[], track: (name: string, more?: object) => void) {
    let timer = 0;
    const observer = new IntersectionObserver(
      (entries) => {
        clearTimeout(timer);
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        timer = setTimeout(() => {
          if (document.hidden) return;
          observer.disconnect();
          track('slot_view');
        }, SEEN);
      },
      { threshold: 0.5 },
    );
    for (const element of elements) observer.observe(element);
    const onClick = quietly(({ target, button }: MouseEvent) => {
      const item = target instanceof Element && target.closest<HTMLElement>('[data-vitrina-item]');
      if (item && button < 2) track('slot_click', { item_id: idOf(item) });
    });
    for (const type of ['click', 'auxclick'] as const) list.addEventListener(type, onClick, listening);
    listening.signal.addEventListener('abort', () => {
      clearTimeout(timer);
      observer.disconnect();
    });
  }

  const { vitrinaRank, vitrinaQuery, vitrinaCategory, vitrinaKeep } = list.dataset;
  const request: RankedList = {
    kind: vitrinaRank === 'search' ? 'search' : 'category',
    ids: items.map(idOf),
    query: vitrinaQuery,
    category: vitrinaCategory,
    keepFirst: Math.min(Number(vitrinaKeep) || 0, 500),
  };
  if (items[1]) ask(tag, request, (answer) => seen.then(() => arrange(answer)));
  return () => {
    stopped = true;
    listening.abort();
  };
}
