import type { Control } from './find-fields.ts';

const longest = 40;

/** What the shop's own page calls a field, in the words of that page. */
export function labelOf(control: Control): string {
  const [label] = control.labels ?? [];
  const words = (label && wordsOf(label)) || control.getAttribute('aria-label') || control.getAttribute('placeholder');
  return (words || control.name || control.id).replace(/[\s*:]+$/, '').slice(0, longest);
}

/** Without the choices of a list that lies in it. */
function wordsOf(label: HTMLElement): string {
  const copy = label.cloneNode(true) as HTMLElement;
  for (const inner of copy.querySelectorAll('input,select,textarea,button,script,style')) inner.remove();
  return (copy.textContent ?? '').replace(/\s+/g, ' ').trim();
}
