import { readCard } from '../read-card.ts';
import type { Candidate } from './definition.ts';

/** What was found: each one link, with the answers that it meets and those that it does not. */
export function Results({ items, title }: { items: readonly Candidate[]; title: string }) {
  return (
    <ul aria-label={title}>
      {items.map((item) =>
        readCard({ ...item }).map(({ id, name, url, image, price, reason }) => (
          <li>
            <a href={url} data-item={id}>
              {/* The name beside it says all that a text alternative would. */}
              {image ? <img src={image} alt="" loading="lazy" decoding="async" /> : <i />}
              <b>{name}</b>
              {price && <strong>{price}</strong>}
              {reason && <small>{reason}</small>}
              {item.but && <small class="but">{item.but}</small>}
            </a>
          </li>
        )),
      )}
    </ul>
  );
}
