import type { Track } from './auto.ts';
import { on } from './on.ts';

/** Where a form is begun, sent, and refused by the browser: names of forms and fields, never what stands in them. */
export function watchForms(track: Track) {
  const begun = new WeakSet<Element>();

  on('input', ({ target }) => {
    const form = target instanceof Element && target.closest('form');
    if (!form || begun.has(form)) return;
    begun.add(form);
    track('form_start', nameOf(form));
  });
  on('submit', ({ target }) => {
    if (target instanceof Element) track('form_submit', nameOf(target));
  });
  on('invalid', ({ target }) => {
    if (!isField(target)) return;
    const { validity, form, name, id } = target;
    for (const error in validity) {
      if (error !== 'valid' && Reflect.get(validity, error)) {
        track('form_error', { ...nameOf(form), field: name || id, error });
      }
    }
  });
}

interface Field extends EventTarget {
  validity: ValidityState;
  form: HTMLFormElement | null;
  name: string;
  id: string;
}

const isField = (target: EventTarget | null): target is Field => target !== null && 'validity' in target;

/** By attribute: a field that is called "name" stands in front of the form's own. */
function nameOf(form: Element | null) {
  return { form_id: form?.getAttribute('id'), form_name: form?.getAttribute('name') };
}
