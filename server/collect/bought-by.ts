import type { BoughtBefore } from '../customers/bought-book.ts';
import type { Profile } from '../profiles/profile.ts';
import type { OpenShop } from './open-shop.ts';

const nothing: BoughtBefore = new Map();

/** What a person bought before and may buy again. It is read for those alone who have bought something that people do buy again. */
export async function boughtBy(
  { visitors, profile }: { visitors: readonly string[]; profile: Profile },
  { customers }: Pick<OpenShop, 'customers'>,
): Promise<BoughtBefore> {
  const { repeats } = customers.productClocks.current;
  for (const id of profile.bought.keys()) if (repeats(id) > 0) return customers.bought.of(visitors);
  return nothing;
}
