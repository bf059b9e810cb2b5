import { importedVisitor } from '../identity/people.ts';
import type { Order } from '../orders/order.ts';

/**
 * Whether an order was placed on this device, as far as its reports prove it. Any page can say any number: where the shop has reported it too, both
 * have to say the same sum and products, and the shop no customer but one who has signed in on this device. `customers`: their numbers.
 */
export function isOfDevice({ browser, server }: Order, device: string, customers: readonly string[]): boolean {
  if (browser?.value.visitor !== device) return false;
  if (!server) return true;
  const [page, shop] = [browser.value, server.value];
  const isAnothers = !shop.visitor.startsWith('~') && !customers.map(importedVisitor).includes(shop.visitor);
  if (isAnothers || page.currency !== shop.currency || page.value !== shop.value) return false;
  const products = (bought: typeof page) => bought.items.map(({ id, quantity }) => `${id} ${quantity}`).sort();
  return JSON.stringify(products(page)) === JSON.stringify(products(shop));
}
