/** Postage, fees, discounts, samples, corrections: written in the books like products. Goods have five figures or DCGS. */
const IS_STOCK_CODE = /^(\d{5}|DCGS)/;
/** What the staff typed into the description of a stock code when goods were lost, spoilt or were none. */
const IS_STAFF_NOTE =
  /^(damage|thrown?\b|unsale|adjust|found|ebay|packing charge|next day|high resolution|.*gift voucher|test\b)/i;

/** Whether a line of the books is something that a shop would put in its window. */
export function isProduct(id: string, description: string): boolean {
  const text = description.trim();
  return IS_STOCK_CODE.test(id) && text.length > 3 && !IS_STAFF_NOTE.test(text);
}
