import type { PrefillField } from './definition.ts';

const hidden = '•••';

/**
 * What may be shown of somebody's own word to remind them of it: a first letter, and of an e-mail address one of each side; of a telephone
 * number the last two digits. It tells neither how long the word is nor whether it has more than one part.
 */
export function mask(field: PrefillField, value: string): string {
  if (field === 'email') {
    const at = value.lastIndexOf('@');
    const [ending] = /\.[a-z]{2,}$/i.exec(value) ?? [''];
    return `${begun(value.slice(0, Math.max(at, 0)))}@${begun(value.slice(at + 1))}${ending}`;
  }
  if (field === 'tel') {
    const digits = value.replace(/\D/g, '');
    return digits.length < 7 ? hidden : `${hidden} ${digits.slice(-2)}`;
  }
  if (field === 'street-address' || field === 'address-line1') {
    // "Str. M•••": what kind of street it is says little.
    const [kind] = /^\p{L}{1,6}\. */u.exec(value) ?? [''];
    return `${kind.trim()}${kind && ' '}${begun(value.slice(kind.length))}`;
  }
  return begun(value);
}

/** Letters of one sign that stands alone are kept together, as a person sees them. */
function begun(text: string): string {
  const [first = ''] = text.trim().match(/\P{M}\p{M}*/u) ?? [];
  return first + hidden;
}
