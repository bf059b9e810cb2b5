import type { VNode } from 'preact';
import type { Card, PropsOf } from '../define.ts';
import { readCard } from '../read-card.ts';
import { shelf as definition } from './definition.ts';
import css from './view.css';

export { css, definition, readCard as readOne };

interface Props extends PropsOf<typeof definition> {
  /** What stands beside a card. */
  beside?: (card: Card) => VNode;
}

export function View({ title, items, beside }: Props) {
  if (items.length === 0) return null;
  return (
    <section aria-label={title || undefined}>
      {title && <h2>{title}</h2>}
      <ul>
        {items.map((card) => {
          const { id, name, url, image, price, reason } = card;
          return (
            <li key={id}>
              <a href={url} data-item={id}>
                {/* The name beside it says all that a text alternative would. */}
                {image ? <img src={image} alt="" loading="lazy" decoding="async" /> : <i />}
                <b>{name}</b>
                {price && <strong>{price}</strong>}
                {reason && <small>{reason}</small>}
              </a>
              {beside?.(card)}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
