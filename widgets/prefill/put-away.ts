import type { Control } from './find-fields.ts';

/** Puts fields that are right as they are out of sight, with what belongs to them alone. Returns how to bring them back. */
export function putAway(controls: readonly Control[], form: HTMLFormElement): () => void {
  const gone = controls
    .filter((control) => control.checkValidity())
    .flatMap((control) => [boxOf(control, form), ...(control.labels ?? [])])
    .map((box) => ({ box, before: box.style.display, weight: box.style.getPropertyPriority('display') }));
  for (const { box } of gone) box.style.setProperty('display', 'none', 'important');
  const back = () => {
    form.removeEventListener('invalid', back, true);
    for (const { box, before, weight } of gone.splice(0)) box.style.setProperty('display', before, weight);
  };
  // The shop's own script may find something wrong with one: nobody can mend what cannot be seen.
  form.addEventListener('invalid', back, true);
  return back;
}

/** The largest element around a field that has nothing else to press or to fill in. */
function boxOf(control: HTMLElement, form: HTMLFormElement): HTMLElement {
  for (let box = control; ; ) {
    const around = box.parentElement;
    if (!around || around === form || !form.contains(around)) return box;
    if (around.querySelectorAll('input,select,textarea,button,a,[data-vitrina]').length > 1) return box;
    box = around;
  }
}
