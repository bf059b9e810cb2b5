import type { PropsOf } from '../../widgets/define.ts';
import type { prefill } from '../../widgets/prefill/definition.ts';
import { messagesIn } from '../messages/messages.ts';
import type { OrderForm } from '../order-form/order-form.ts';
import type { Shop } from '../shops/table.ts';
import { type Looking, rungOf } from './looking.ts';

/** Help with the order form. Nothing of anybody is in it: the widget asks `/v1/order-form`, which looks who is there. Null where it helps nobody. */
export function prefillFor(
  looking: Looking,
  { fills, shorter }: OrderForm,
  { key }: Pick<Shop, 'key'>,
): PropsOf<typeof prefill> | null {
  const { language, consent } = looking;
  const may = rungOf(looking) === 'profile';
  // Whoever has refused is not helped, and what the device has kept until then is to go. Who has not answered yet loses nothing.
  if (!fills || (!may && consent.source === undefined)) return null;
  return {
    ...messagesIn(language).orderForm,
    site: key,
    may: may ? 'yes' : 'no',
    shorter: shorter ? 'yes' : '',
  };
}
