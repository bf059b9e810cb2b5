import type { Track } from './auto.ts';
import { closest } from './closest.ts';
import { on } from './on.ts';

/** Where a form is begun, sent, and refused by the browser: names of forms and fields, never what stands in them. */
export function watchForms(track: Track) {
  const begun = new WeakSet<Element>();

  on('input', ({ target }) => {
    const form = closest(target, 'form');
    if (!form || begun.has(form)) return;
    begun.add(form);
    track('form_start', nameOf(form));
  });
  on('submit', ({ target }) => {
    track('form_submit', nameOf(closest(target, 'form')));
  });
  on('invalid', ({ target }) => {
    const { validity, form, name, id }: Field = Object(target);
    for (const error in validity) {
      if (error !== 'valid' && validity[error]) track('form_error', { ...nameOf(form), field: name || id, error });
    }
  });
}

interface Field {
  validity: Record<string, boolean>;
  form: HTMLFormElement | null;
  name: string;
  id: string;
}

/** By attribute: a field that is called "name" stands in front of the form's own. */
function nameOf(form: Element | null | undefined) {
  return { form_id: form?.getAttribute('id'), form_name: form?.getAttribute('name') };
}
