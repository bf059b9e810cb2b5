import type { ItemLine } from '../../server/profiles/visitor.ts';
import { Card } from '../components/card.tsx';
import { messages } from '../language/current.ts';
import { ItemLines } from './item-lines.tsx';

export function Cart({ lines }: { lines: readonly ItemLine[] }) {
  const t = messages.value.visitor;
  return (
    <Card title={t.cart}>{lines.length === 0 ? <p class="soft">{t.cartEmpty}</p> : <ItemLines lines={lines} />}</Card>
  );
}
