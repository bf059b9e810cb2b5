import { parseRule } from '../segments/parse-rule.ts';
import { allSegments, keepSegment } from '../segments/segments.ts';
import type { Store } from '../store/store.ts';

/** What a merchant of the demo shop would have made: each says something about its real orders. */
const lines = {
  'Regulars: five orders and more': 'orders >= 5',
  'Big spenders gone quiet': 'net >= 2000 and days_since_last_order > 90',
  'Bought once, 60 days ago or more': 'orders = 1 and days_since_last_order >= 60',
  'From outside the United Kingdom': 'country != gb and known_customer = yes',
  'On the shop now, with a cart': 'cart_pieces >= 1 and days_since_cart < 1',
};

/** Puts them into a shop that has none. */
export async function keepDemoSegments(store: Store, now: number): Promise<void> {
  if ((await allSegments(store)).length > 0) return;
  for (const [name, line] of Object.entries(lines)) {
    const read = parseRule(line, 'GBP');
    if ('misread' in read) throw new Error(`${name}: ${line}`);
    await keepSegment({ name, rule: read.rule }, store, now);
  }
}
