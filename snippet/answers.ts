import { on } from './on.ts';

/**
 * Reads the shop's own forms: of one with `data-vitrina-form`, each field with `data-vitrina-question` (or within an element
 * with it) is an answer when the form is sent. As in the browser's own sending, what is empty, not ticked or disabled says
 * nothing. Loads only on pages with such a form.
 */
on('submit', ({ target }) => {
  if (!Object(target).closest?.('[data-vitrina-form]')) return;
  const answers = new Map<string, (string | true)[]>();
  // Of the document: a field that is called "elements" stands in front of the form's own.
  for (const field of document.querySelectorAll<HTMLInputElement & HTMLSelectElement>('input,select,textarea')) {
    const question = field.closest('[data-vitrina-question]')?.getAttribute('data-vitrina-question');
    if (!question || field.form !== target || field.matches(':disabled,[type=password],[type=file]')) continue;
    const said = answers.get(question) ?? [];
    answers.set(question, [...said, ...valuesOf(field)]);
  }
  for (const [question, [first, ...more]] of answers)
    if (first) window.vitrina?.('answer', { question, answer: more[0] ? [first, ...more] : first });
});

function valuesOf(field: HTMLInputElement & HTMLSelectElement): (string | true)[] {
  if (field.selectedOptions) return [...field.selectedOptions].map(({ value }) => value);
  if (!/^(checkbox|radio)$/.test(field.type)) return field.value.trim() ? [field.value.trim()] : [];
  // A box without a value of its own is a yes.
  return field.checked ? [field.hasAttribute('value') ? field.value : true] : [];
}

/** It has begun as it was loaded: it is asked for more than once. */
export const begin = () => {};
