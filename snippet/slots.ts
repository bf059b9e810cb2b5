import { load } from './load.ts';
import type { Ask } from './outbox.ts';
import type { Decision, Params } from './protocol.ts';
import { quietly } from './quietly.ts';

/** Paths on the collector of the widgets' runtime and of all that it imports; set by the build. */
declare const WIDGETS: string[];

/** What the widgets' runtime exports. */
export interface Widgets {
  mount(slot: HTMLElement, decision: Decision, placing: Placing): void;
  /** Gives the slot back to the shop's own content. */
  unmount(slot: HTMLElement): void;
}

export interface Placing {
  /** The page has just acted (login, logout, consent, another view), so what was seen may change. */
  swap: boolean;
  track(name: string, params: Params): void;
}

/** The places on this page, `<div data-vitrina="name">`, what is asked for them, and what is shown in them. */
export function createSlots(origin: string, track: Placing['track']) {
  let widgets: Promise<Widgets | undefined> | undefined;
  let asking = false;
  let questions = 0;

  /** Another view, visitor or consent may change what the slots show: asks once for all that comes before the next request. */
  function heed(name: string) {
    if (!asking) questions++;
    asking = true;
    if (name === 'logout') show([], true);
  }

  /** A slot without a decision keeps the shop's own content, and so does a second one of the same name. */
  function show(decisions: Decision[], swap: boolean) {
    const bySlot = new Map(decisions.map((decision) => [decision.slot, decision]));
    const draw = quietly((runtime: Widgets | undefined) => {
      for (const slot of slots()) {
        const decision = bySlot.get(nameOf(slot));
        if (decision) runtime?.mount(slot, decision, { swap, track });
        else runtime?.unmount(slot);
        bySlot.delete(nameOf(slot));
      }
    });
    void widgets?.then(draw);
  }

  const ask: Ask = (batch) => {
    const names = asking ? [...new Set(slots().map(nameOf))].filter(Boolean) : [];
    asking = false;
    if (!names[0]) return;
    batch.slots = names;
    // Only where there are places, and in a task of its own: the request of this moment costs enough of a slow phone.
    // All at once: an import that is found inside of an import costs one more way to the collector and back.
    widgets ??= new Promise((next) => setTimeout(next)).then(
      () => WIDGETS.map((path) => load<Widgets>(origin + path))[0],
    );
    const number = questions;
    return (answer) => {
      if (!answer) asking = true;
      else if (number === questions) show(answer.slots ?? [], number > 1);
    };
  };

  return { heed, ask };
}

const slots = () => [...document.querySelectorAll<HTMLElement>('[data-vitrina]')];
const nameOf = (slot: HTMLElement) => slot.dataset.vitrina ?? '';
