import type { VNode } from 'preact';
import type { Card } from './define.ts';

interface Props {
  title: string;
  items: readonly Card[];
  /** What stands beside a card. */
  beside?: (card: Card) => VNode;
}

/** Products side by side, as many as fit, and more by scrolling; null without any. */
export function ProductList({ title, items, beside }: Props) {
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
