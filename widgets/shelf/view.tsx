import type { PropsOf } from '../define.ts';
import { readCard } from '../read-card.ts';
import { shelf as definition } from './definition.ts';
import css from './view.css';

export { css, definition, readCard as readOne };

export function View({ title, items }: PropsOf<typeof definition>) {
  if (items.length === 0) return null;
  return (
    <section aria-label={title || undefined}>
      {title && <h2>{title}</h2>}
      <ul>
        {items.map(({ id, name, url, image, price, reason }) => (
          <li key={id}>
            <a href={url} data-item={id}>
              {/* The name beside it says all that a text alternative would. */}
              {image ? <img src={image} alt="" loading="lazy" decoding="async" /> : <i />}
              <b>{name}</b>
              {price && <strong>{price}</strong>}
              {reason && <small>{reason}</small>}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
