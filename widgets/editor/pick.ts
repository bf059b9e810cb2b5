/** Goes over the page with the pointer or the arrow keys, until something is picked or the picking is given up. */
export interface Picking {
  /** What would be picked now. */
  onLook(element: Element): void;
  /** Null where it was given up. */
  onPicked(element: Element | null): void;
}

/** `own`: the editor itself, which is no place. What is pressed on the page meanwhile does nothing there. Returns how to give it up. */
export function pick(own: Element, { onLook, onPicked }: Picking): () => void {
  const listening = new AbortController();
  const options = { capture: true, signal: listening.signal };
  let at: Element = first();
  const look = (next: Element | null | undefined) => {
    if (!next || next === own || next === document.documentElement) return;
    at = next;
    onLook(at);
  };
  const end = (element: Element | null) => {
    listening.abort();
    onPicked(element);
  };
  const isOwn = (event: Event) => event.composedPath().includes(own);
  const stop = (event: Event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
  };

  addEventListener(
    'pointermove',
    (event) => !isOwn(event) && event.target instanceof Element && look(event.target),
    options,
  );
  for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup'] as const)
    addEventListener(type, (event) => !isOwn(event) && stop(event), options);
  addEventListener(
    'click',
    (event) => {
      if (isOwn(event) || !(event.target instanceof Element)) return;
      stop(event);
      look(event.target);
      end(at);
    },
    options,
  );
  addEventListener(
    'keydown',
    (event) => {
      const next = {
        ArrowUp: at.parentElement,
        ArrowDown: at.firstElementChild,
        ArrowLeft: beside(at, 'previousElementSibling'),
        ArrowRight: beside(at, 'nextElementSibling'),
      }[event.key];
      const isPress = event.key === 'Enter' && !isButton(event);
      if (next === undefined && !isPress && event.key !== 'Escape') return;
      stop(event);
      if (isPress) return end(at);
      if (event.key === 'Escape') return end(null);
      look(next);
      at.scrollIntoView({ block: 'nearest' });
    },
    options,
  );
  look(at);
  return () => listening.abort();
}

/** What the page is about. */
const first = () => document.querySelector('main') ?? document.body;

const isButton = (event: Event) => event.composedPath()[0] instanceof HTMLButtonElement;

/** Scripts and styles are seen by nobody. */
function beside(element: Element, way: 'previousElementSibling' | 'nextElementSibling'): Element | null {
  let next = element[way];
  while (next && (next.localName === 'script' || next.localName === 'style' || next.localName === 'link'))
    next = next[way];
  return next;
}
