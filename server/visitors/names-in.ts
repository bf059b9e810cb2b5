import type { Receipt } from '../log/receipt.ts';

/** Product -> name, of all products that receipts speak of. */
export function namesIn(
  receipts: readonly Receipt[],
  nameOf: (product: string) => string | null,
): Record<string, string> {
  const ids = receipts.flatMap(({ shown, inputs }) => [
    ...shown.flatMap(({ id, reason }) => ('with' in reason ? [id, reason.with] : [id])),
    ...(typeof inputs.product === 'string' ? [inputs.product] : []),
    ...Object.values(inputs).flatMap((value) => (Array.isArray(value) ? value : [])),
  ]);
  return Object.fromEntries(ids.flatMap((id) => (nameOf(id) === null ? [] : [[id, nameOf(id) ?? id]])));
}
