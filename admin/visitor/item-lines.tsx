import type { ItemLine } from '../../server/profiles/visitor.ts';
import { formats } from '../session/session.ts';

const shown = 8;

/** Products with their quantity and the price of one piece. */
export function ItemLines({ lines }: { lines: readonly ItemLine[] }) {
  const { number, money } = formats.value;
  return (
    <ul class="item-lines numbers">
      {lines.slice(0, shown).map(({ id, name, quantity, price }, place) => (
        <li key={`${id} ${place}`}>
          <span>
            {quantity !== 1 && <span class="soft">{number(quantity)} × </span>}
            {name ?? id}
          </span>
          {price && <span class="soft">{money(price)}</span>}
        </li>
      ))}
      {lines.length > shown && <li class="soft">+ {number(lines.length - shown)}</li>}
    </ul>
  );
}
