/** What a shop's plugins note on the line of an order: Shopify's `properties`, WooCommerce's `meta_data`. */
export interface Note {
  name: string;
  value: unknown;
}

const serialNames = /^_?(serial|serials|imei|serial[ _-]?(no|number|numbers))$/i;
const warrantyNames = /^_?warranty([ _-]?(until|end|ends|date))?$/i;

/** Serial numbers, with commas, semicolons or spaces between them, and the end of the warranty, where notes of such names tell them. */
export function lineDetails(notes: readonly Note[]): { serials?: string[]; warranty_until?: number } {
  const serials = notes
    .filter(({ name }) => serialNames.test(name))
    .flatMap(({ value }) => String(value).split(/[\s,;]+/));
  const known = serials.filter((serial) => serial !== '' && serial.length <= 100);
  const until = Date.parse(String(notes.find(({ name }) => warrantyNames.test(name))?.value ?? ''));
  return {
    ...(known.length === 0 ? {} : { serials: known }),
    ...(Number.isNaN(until) || until < 0 ? {} : { warranty_until: until }),
  };
}
