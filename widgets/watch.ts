import type { Decision } from '../snippet/protocol.ts';
import type { Placing } from '../snippet/slots.ts';

/** Half of a slot seen for this long (ms) is a view. */
const SEEN = 1_000;

/** Tells once that a decision was seen, and each time that one of its cards was opened. Returns how to stop. `box`: what is looked at. */
export function watch(slot: HTMLElement, decision: Decision, track: Placing['track'], box: Element = slot): () => void {
  const about = { decision: decision.id, slot: decision.slot };
  let timer: number | undefined;

  const observer = new IntersectionObserver(
    (entries) => {
      clearTimeout(timer);
      if ((entries.at(-1)?.intersectionRatio ?? 0) >= 0.5) timer = setTimeout(onSeen, SEEN);
    },
    { threshold: 0.5 },
  );
  observer.observe(box);

  function onSeen() {
    observer.disconnect();
    // Observers are silent in a hidden tab, timers are not; observing again waits for the tab to be painted.
    if (document.hidden) observer.observe(box);
    else track('slot_view', about);
  }

  const onClick = (event: Event) => {
    const card = event.target instanceof Element && event.target.closest<HTMLElement>('[data-item]');
    // `auxclick` is the middle button, which opens a tab, and the right one, which does not.
    if (card && event instanceof MouseEvent && event.button < 2) {
      track('slot_click', { ...about, item_id: card.dataset.item });
    }
  };
  const listening = new AbortController();
  // What a view says itself.
  slot.shadowRoot?.addEventListener(
    'say',
    (event) => event instanceof CustomEvent && track(event.detail[0], { ...about, ...event.detail[1] }),
    listening,
  );
  for (const type of ['click', 'auxclick']) slot.shadowRoot?.addEventListener(type, onClick, listening);

  return () => {
    clearTimeout(timer);
    observer.disconnect();
    listening.abort();
  };
}
