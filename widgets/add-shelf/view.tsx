import type { PropsOf } from '../define.ts';
import list from '../product-list.css';
import { ProductList } from '../product-list.tsx';
import { readCard } from '../read-card.ts';
import { AddButton } from './add-button.tsx';
import { addShelf as definition } from './definition.ts';
import own from './view.css';

export { css, definition, readCard as readOne };

const css = list + own;

export function View({ title, items, ...words }: PropsOf<typeof definition>) {
  return ProductList({ title, items, beside: (card) => <AddButton card={card} {...words} /> });
}
