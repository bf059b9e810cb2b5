/** Why an event was refused, in words for which there is a fix. */
export type RefusalCode =
  | 'id'
  | 'name'
  | 'time'
  | 'currency'
  | 'amount'
  | 'order-id'
  | 'item-id'
  | 'items'
  | 'identity'
  | 'params';

/** The code of a field's path, for instance `params.items.0.price`. */
export function refusalCode(field: string): RefusalCode {
  const [top, part, , inner] = field.split('.');
  if (top === 'id' || top === 'name' || top === 'time') return top;
  if (part === 'currency' || part === 'identity') return part;
  if (part === 'transaction_id') return 'order-id';
  if (part === 'value' || part === 'tax' || part === 'shipping' || inner === 'price') return 'amount';
  if (part === 'items') return inner === 'item_id' ? 'item-id' : 'items';
  return 'params';
}
