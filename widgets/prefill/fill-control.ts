import type { Control } from './find-fields.ts';

/** Writes into a field as a visitor would; false where it does not take that word. What stood there is the caller's to look at. */
export function fillControl(control: Control, value: string): boolean {
  const word = 'options' in control ? optionOf(control, value) : value;
  if (word === undefined || ('maxLength' in control && control.maxLength >= 0 && word.length > control.maxLength))
    return false;
  // Frameworks watch the element's own property, and compare: by the prototype's it is a change for them, too.
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(control), 'value')?.set?.call(control, word);
  for (const name of ['input', 'change']) control.dispatchEvent(new Event(name, { bubbles: true }));
  return true;
}

/** By its value or its words. */
function optionOf({ options }: HTMLSelectElement, value: string): string | undefined {
  const wanted = value.toLowerCase();
  const same = (text: string) => text.trim().toLowerCase() === wanted;
  return [...options].find((option) => same(option.value) || same(option.text))?.value;
}
