import type { Decision } from '../snippet/protocol.ts';
import type { Widgets } from '../snippet/slots.ts';
import base from './base.css';
import type { WidgetId } from './definitions.ts';
import { fill } from './fill.ts';
import { clear, type Drawing, place } from './place.tsx';
import { views } from './views.ts';
import { watch } from './watch.ts';

/** What a slot was told last, and how to stop watching what it shows. They live as long as the slot itself. */
const latest = new WeakMap<HTMLElement, Decision>();
const watched = new WeakMap<HTMLElement, () => void>();

/** Draws a decision. Whatever goes wrong, the slot keeps what it shows. */
export const mount: Widgets['mount'] = async (slot, decision, { swap, track }) => {
  latest.set(slot, decision);
  try {
    const drawing = isWidget(decision.widget) ? await prepare(decision.widget, decision.props) : undefined;
    if (latest.get(slot) !== decision) return;
    if (!drawing) return unmount(slot);
    if (!place(slot, drawing, { swap })) return track('slot_late', { decision: decision.id, slot: decision.slot });
    watched.get(slot)?.();
    watched.set(slot, watch(slot, decision, track));
  } catch {}
};

export const unmount: Widgets['unmount'] = (slot) => {
  latest.delete(slot);
  watched.get(slot)?.();
  clear(slot);
};

const isWidget = (id: string): id is WidgetId => Object.hasOwn(views, id);

async function prepare<W extends WidgetId>(id: W, props: Decision['props']): Promise<Drawing | undefined> {
  const { View, css, definition, readOne } = await views[id]();
  const content = View(fill(definition, props, readOne));
  if (!content) return undefined;
  const style = new CSSStyleSheet();
  style.replaceSync(`:host{--height:${definition.height}px}${base}${css}`);
  return { content, style };
}
