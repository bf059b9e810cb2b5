import { render, type VNode } from 'preact';

/** Content of a slot's shadow root. */
export interface Drawing {
  content: VNode;
  style: CSSStyleSheet;
}

const placed = new WeakMap<HTMLElement, Drawing>();

/**
 * Draws into a slot; false where that would have moved anything in or above the visitor's view, or changed what is
 * already painted there although nobody has acted (`swap`).
 */
export function place(slot: HTMLElement, drawing: Drawing, { swap }: { swap: boolean }): boolean {
  const before = slot.getBoundingClientRect();
  const isBelow = before.top >= innerHeight;
  const isInView = !isBelow && before.bottom > 0;
  if (isInView && !swap && hasOwnContent(slot)) return false;

  const previous = placed.get(slot);
  draw(slot, drawing);
  // Measured, not guessed: paddings, fonts and a box that nobody reserved all end here, and nothing is painted between.
  const after = slot.getBoundingClientRect();
  if (isBelow || (after.top === before.top && after.height === before.height)) return true;
  draw(slot, previous);
  return false;
}

/** Gives a slot back to the shop's own content. */
export function clear(slot: HTMLElement) {
  if (placed.has(slot)) draw(slot, undefined);
}

export function draw(slot: HTMLElement, drawing: Drawing | undefined) {
  const root = slot.shadowRoot ?? slot.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = drawing ? [drawing.style] : [];
  render(drawing?.content ?? <slot />, root);
  if (drawing) placed.set(slot, drawing);
  else placed.delete(slot);
}

/** Whether the shop's content in a slot is painted: what a shadow root hides has no boxes, nor has `<noscript>`. */
function hasOwnContent(slot: HTMLElement): boolean {
  const range = document.createRange();
  range.selectNodeContents(slot);
  return [...range.getClientRects()].some(({ width, height }) => width * height > 0);
}
