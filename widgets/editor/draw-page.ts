import type { PreviewAnswer } from '../../snippet/preview-protocol.ts';
import { show } from '../runtime.ts';

/** What keeps visitors from seeing the draft where it should stand: what is in sight would move, or there is no such place. */
export type Trouble = 'firstScreen' | 'noSpot';

/** The page as it is without us. */
export function clearPage() {
  show([], { swap: true, track: () => {} });
  // What stands at a spot keeps its room, which here nobody needs any more.
  for (const box of document.querySelectorAll('[data-vitrina^="at-"]')) box.remove();
}

/** Draws what would be seen, by the widgets themselves. */
export function drawPage({ decisions, draft }: PreviewAnswer, onTrouble: (trouble: Trouble) => void) {
  // What lies over the page makes room for the next alone when nothing is to lie there.
  clearPage();
  const { at } = decisions.find(({ slot }) => slot === draft.slot) ?? {};
  if (at && !firstOf(at.selector)) onTrouble('noSpot');
  const track = (name: string, { slot }: { slot?: unknown }) => {
    if (name === 'slot_late' && slot === draft.slot && (!at || isFirstScreen(firstOf(`[data-vitrina="${slot}"]`))))
      onTrouble('firstScreen');
  };
  const now = decisions.map((one) =>
    one.overlay ? { ...one, overlay: { ...one.overlay, trigger: { on: 'load' } as const } } : one,
  );
  show(now, { swap: true, moves: true, track });
}

/** In sight as the page opens. */
export function isFirstScreen(element: Element | null, edge: 'top' | 'bottom' = 'top'): boolean {
  return element !== null && element.getBoundingClientRect()[edge] + scrollY < innerHeight;
}

function firstOf(selector: string): Element | null {
  try {
    return document.querySelector(selector);
  } catch {
    return null;
  }
}
