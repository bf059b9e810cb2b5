import type { Reason } from './reason.ts';
import type { Receipt } from './receipt.ts';

/**
 * A receipt as the log keeps it. What was shown is most of it, and becomes one flat list, a third as long: the number of the
 * format, then of each product its id, the number of its reason, what that reason names, and the score.
 */
export type PackedReceipt = Omit<Receipt, 'shown'> & { shown: unknown[] };

const format = 1;
/** The reasons by their numbers, with what each names beside its code, in this order. The log speaks by places: add at the end. */
const reasons = [
  ['bought-together', 'with', 'support'],
  ['same-category', 'category'],
  ['liked-category', 'category'],
  ['popular'],
  ['new'],
  ['new-since', 'since'],
  ['viewed-next', 'with', 'support'],
  ['similar', 'with'],
  ['viewed', 'at'],
  ['pinned'],
  ['trending', 'orders', 'usual'],
  ['price-dropped', 'was', 'price', 'currency', 'since'],
  ['back-in-stock', 'since'],
  ['popular-near', 'place', 'buyers'],
  ['watched-now', 'visitors'],
  ['liked-brand', 'brand'],
  ['liked-price'],
  ['made-room'],
  ['out-of-stock'],
  ['due-again', 'at'],
  ['viewed-then-bought', 'with', 'support'],
  ['accessory', 'with', 'support'],
  ['gift', 'occasion', 'days'],
  ['bought-later', 'with', 'people'],
] as const satisfies readonly (readonly [Reason['code'], ...string[]])[];

const numbers: ReadonlyMap<string, number> = new Map(reasons.map(([code], number) => [code, number]));
/** Does not compile while a reason has no number. */
true satisfies [Reason['code']] extends [(typeof reasons)[number][0]] ? true : false;

/** What another version of ours has exported may have other fields, and reasons that this one does not know: it stays as it is. */
export function packReceipt(receipt: Receipt): Receipt | PackedReceipt {
  if (receipt.shown === undefined) return receipt;
  const packed: unknown[] = [format];
  for (const { id, reason, score } of receipt.shown) {
    const number = numbers.get(reason.code);
    if (number === undefined) return receipt;
    packed.push(id, number);
    const said: Readonly<Record<string, unknown>> = reason;
    for (let place = 1; place < fieldsOf(number).length; place++) packed.push(said[fieldsOf(number)[place] ?? '']);
    packed.push(score);
  }
  return { ...receipt, shown: packed };
}

export function unpackReceipt(receipt: Receipt | PackedReceipt): Receipt {
  const [version, ...packed] = receipt.shown ?? [];
  if (version !== format) return receipt as Receipt;
  const shown: Receipt['shown'] = [];
  for (let place = 0; place < packed.length; ) {
    const id = String(packed[place++]);
    const [code, ...fields] = fieldsOf(Number(packed[place++]));
    const said = Object.fromEntries(fields.map((field) => [field, packed[place++]]));
    shown.push({ id, reason: { code, ...said } as Reason, score: Number(packed[place++]) });
  }
  return { ...receipt, shown };
}

function fieldsOf(number: number): readonly string[] {
  return reasons[number] ?? [];
}
