import type { ItemLine, Visitor } from '../../server/profiles/visitor.ts';
import { Badge } from '../components/badge.tsx';
import { Card } from '../components/card.tsx';
import { messages } from '../language/current.ts';
import { ItemLines } from './item-lines.tsx';

interface Props {
  lines: readonly ItemLine[];
  state: Visitor['cartState'];
}

/** What is in the cart, or why nothing is. */
export function Cart({ lines, state }: Props) {
  const t = messages.value.visitor;
  if (lines.length === 0)
    return (
      <Card title={t.cart}>
        <p class="soft">{t.cartStates[state]}</p>
      </Card>
    );
  return (
    <Card title={t.cart} aside={<Badge tone={state === 'abandoned' ? 'warn' : 'plain'}>{t.cartStates[state]}</Badge>}>
      <ItemLines lines={lines} />
    </Card>
  );
}
