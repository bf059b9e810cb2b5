import { type Chooser, type KeptChoice, openKeptChoice } from '../store/kept-choice.ts';
import type { Store } from '../store/store.ts';
import { OrderForm, usualOrderForm } from './order-form.ts';

/** What the merchant has chosen for the order form: each decision asks. */
export interface OrderFormBook extends Pick<KeptChoice<OrderForm>, 'current' | 'history'> {
  choose(next: OrderForm, who: Chooser): Promise<number>;
}

export function openOrderForm(store: Pick<Store, 'all' | 'write'>): Promise<OrderFormBook> {
  return openKeptChoice<OrderForm>(store, {
    table: 'order_forms',
    usual: usualOrderForm,
    first: 1,
    check: OrderForm.parse,
    read: OrderForm.parse,
  });
}
