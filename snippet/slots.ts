import { load } from './load.ts';
import type { Ask } from './outbox.ts';
import type { Decision, Params } from './protocol.ts';

/** What the widgets' runtime exports. */
export interface Widgets {
  /** Shows these decisions and nothing else. A slot without one keeps the shop's own content. */
  show(decisions: Decision[], placing: Placing): void;
}

export interface Placing {
  /** The page has just acted (login, logout, consent, another view), so what was seen may change. */
  swap: boolean;
  /** Whoever looks wants to see all at any price: staff at a draft. */
  moves?: boolean;
  track(name: string, params: Params): void;
}

/** The places on this page, `<div data-vitrina="name">`, what is asked for them, and what is shown in them. */
export function createSlots(origin: string, track: Placing['track']) {
  let widgets: Promise<Widgets | undefined> | undefined;
  let asking = false;
  let questions = 0;

  /** Another view, visitor or consent may change what the slots show: asks once for all that comes before the next request. */
  function heed(name?: string) {
    if (!asking) questions++;
    asking = true;
    if (name === 'logout') show([], true);
  }

  // In a task of its own: the request of this moment costs enough of a slow phone.
  const begin = () => (widgets ??= new Promise((next) => setTimeout(() => next(load<Widgets>(origin, 'runtime')))));

  function show(decisions: Decision[], swap: boolean) {
    if (widgets || decisions[0])
      begin()
        .then((runtime) => runtime?.show(decisions, { swap, track }))
        .catch(() => {});
  }

  const ask: Ask = (batch) => {
    if (!asking) return;
    asking = false;
    const slots = document.querySelectorAll<HTMLElement>('[data-vitrina]');
    // A page without places asks what lies over it.
    batch.slots = [...new Set(Array.from(slots, ({ dataset }) => `${dataset.vitrina}`))];
    if (slots[0]) void begin();
    const number = questions;
    return (answer) => {
      if (!answer) asking = true;
      else if (number === questions) show(answer.slots ?? [], number > 1);
    };
  };

  return { heed, ask };
}
