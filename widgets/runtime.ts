import type { Decision } from '../snippet/protocol.ts';
import type { Placing, Widgets } from '../snippet/slots.ts';
import base from './base.css';
import { heightRules } from './define.ts';
import type { WidgetId } from './definitions.ts';
import { fill } from './fill.ts';
import { clear, type Drawing, draw, place } from './place.tsx';
import { views } from './views.ts';
import { watch } from './watch.ts';

/** Views are built apart, and take these from here: Preact is on a page once. */
export { Component, render } from 'preact';
export { jsx, jsxs } from './jsx.ts';

/** What a slot was told last, and how to stop watching what it shows. They live as long as the slot itself. */
const latest = new WeakMap<HTMLElement, Decision>();
const watched = new WeakMap<HTMLElement, () => void>();

/** Slots at spots, where the page has none, by name. */
const boxes: Record<string, HTMLElement> = {};

/** Of two slots of one name the second keeps the shop's own content. */
export const show: Widgets['show'] = (decisions, placing) => {
  const bySlot = new Map(decisions.map((decision) => [decision.slot, decision]));
  for (const slot of document.querySelectorAll<HTMLElement>('[data-vitrina]')) {
    const name = slot.dataset.vitrina ?? '';
    const decision = bySlot.get(name);
    if (decision) void mount(slot, decision, placing);
    else unmount(slot);
    bySlot.delete(name);
  }
  // What is on its way to a spot is not what was decided last.
  for (const box of Object.values(boxes)) if (!box.isConnected) latest.delete(box);
  for (const decision of bySlot.values()) {
    if (!decision.at) continue;
    const box = boxes[decision.slot] ?? document.createElement('div');
    boxes[decision.slot] = box;
    void mount(box, decision, placing);
  }
  const over = bySlot.get('');
  overlaid ||= over;
  if (overlaid)
    void import('./overlay/view.tsx').then(
      ({ lay }) => lay(over, drawingOf, placing),
      () => {},
    );
};

/** The first that lay over the page. */
let overlaid: Decision | undefined;

function drawingOf({ widget, props }: Decision): Promise<Drawing | undefined> {
  return isWidget(widget) ? prepare(widget, props) : Promise.resolve(undefined);
}

/** Draws a decision. Whatever goes wrong, the slot keeps what it shows. */
async function mount(slot: HTMLElement, decision: Decision, { swap, moves, track }: Placing) {
  latest.set(slot, decision);
  try {
    const drawing = await drawingOf(decision);
    if (latest.get(slot) !== decision) return;
    if (!drawing) return unmount(slot);
    const { at, slot: name } = decision;
    const isNew = at && !slot.isConnected;
    if (isNew) {
      slot.dataset.vitrina = name;
      document.querySelector(at.selector)?.[at.position](slot);
      // Of what stands there, the page has nothing.
      if (!slot.isConnected) return;
    }
    if (!place(slot, drawing, { swap })) {
      track('slot_late', { decision: decision.id, slot: name });
      if (!moves) return isNew && slot.remove();
      draw(slot, drawing);
    }
    // What ends in sight leaves its room.
    if (isNew) slot.style.minHeight = `${slot.offsetHeight}px`;
    watched.get(slot)?.();
    watched.set(slot, watch(slot, decision, track));
  } catch {}
}

function unmount(slot: HTMLElement) {
  latest.delete(slot);
  watched.get(slot)?.();
  clear(slot);
}

/** What a slot showed says itself that it is over. */
addEventListener('vitrina-over', ({ target }) => target instanceof HTMLElement && unmount(target));

const isWidget = (id: string): id is WidgetId => Object.hasOwn(views, id);

async function prepare<W extends WidgetId>(id: W, props: Decision['props']): Promise<Drawing | undefined> {
  const { View, css, definition, readOne } = await views[id]();
  const content = View(fill(definition, props, readOne));
  if (!content) return undefined;
  const style = new CSSStyleSheet();
  style.replaceSync(heightRules(definition, (height) => `:host{--height:${height}px}`) + base + css);
  return { content, style };
}
