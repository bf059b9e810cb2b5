import { type PrefillField, prefillFields } from './definition.ts';

export type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

export interface OrderFields {
  form: HTMLFormElement;
  fields: ReadonlyMap<PrefillField, Control>;
  /** Names of its other fields. */
  others: readonly string[];
}

/** A form that asks for less is another one: a newsletter's asks for an address. */
const fewest = 2;

/** The order form of a page: the one around this element, else the one with the most fields that we know; null where there is none. */
export function findOrderForm(place: Element): OrderFields | null {
  const around = place.closest('form');
  const forms = around ? [around] : [...document.querySelectorAll('form')];
  const [best] = forms.map(read).sort((a, b) => b.fields.size - a.fields.size);
  return best && best.fields.size >= fewest ? best : null;
}

/** Of two fields of one meaning, such as of two addresses, the first one. */
function read(form: HTMLFormElement): OrderFields {
  const fields = new Map<PrefillField, Control>();
  const others: string[] = [];
  // By a search: a field that is called "elements" stands in front of the form's own.
  for (const control of form.querySelectorAll<Control>('input,select,textarea')) {
    if (!isForWords(control)) continue;
    const field = meaningOf(control);
    if (field && !fields.has(field)) fields.set(field, control);
    else if (others.length < 20) others.push((control.name || control.id).slice(0, 60));
  }
  return { form, fields, others: others.filter(Boolean) };
}

function isForWords(control: Control): boolean {
  if (control.disabled || !/^(text|email|tel|textarea|select-one)$/.test(control.type)) return false;
  return !('readOnly' in control && control.readOnly) && control.checkVisibility?.() !== false;
}

/** What a field asks for: the standard's word for it, where the shop uses it (HTML, 4.10.18.7), else what its name says. */
function meaningOf(control: Control): PrefillField | undefined {
  const words = (control.getAttribute('autocomplete') ?? '').toLowerCase().split(/\s+/);
  const word = words.filter((one) => one !== 'webauthn').at(-1) ?? '';
  const known = prefillFields.find((field) => field === word);
  if (known || word === 'country-name') return known ?? 'country';
  if (!/^(on|off)?$/.test(word)) return undefined;
  const name = `${control.name} ${control.id}`.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  if (/card|cvv|cvc|iban|pass|pin\b|code.?sms|otp|captcha|coupon|promo|gift|search|vat|birth|comment|note/.test(name))
    return undefined;
  return byName.find(([, pattern]) => pattern.test(name))?.[0];
}

/** The first that fits; as shops of our countries call their fields. */
const byName: readonly [PrefillField, RegExp][] = [
  ['email', /e-?mail/],
  ['tel', /phone|\btel|mobile|telefon/],
  ['postal-code', /post.?(al|code)|\bzip|cod.?postal|index/],
  ['given-name', /(first|given|fore).?name|prenume|\bim[iy]?a\b/],
  ['family-name', /(last|family|sur).?name|nume.?familie|prizvys|famil/],
  ['organization', /company|organi[sz]ation|firma/],
  ['country', /country|\btara\b|krain|strana/],
  ['address-level1', /state|province|region|county|judet|oblast/],
  ['address-level2', /city|town|localit|oras|misto|gorod/],
  ['address-line2', /(address|street).?(line.?)?2|apartment|\bflat|bloc\b/],
  ['address-line1', /(address|street).?(line.?)?1/],
  ['street-address', /address|street|adres|strada|vulyts|ulits/],
  ['name', /\b(full|your|customer|billing|shipping)?.?name\b|\bnume\b/],
];
