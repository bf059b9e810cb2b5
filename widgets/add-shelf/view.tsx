import type { PropsOf } from '../define.ts';
import { readCard } from '../read-card.ts';
import shelf from '../shelf/view.css';
import { View as Shelf } from '../shelf/view.tsx';
import { AddButton } from './add-button.tsx';
import { addShelf as definition } from './definition.ts';
import own from './view.css';

export { css, definition, readCard as readOne };

const css = shelf + own;

export function View({ title, items, ...words }: PropsOf<typeof definition>) {
  return Shelf({ title, items, beside: (card) => <AddButton card={card} {...words} /> });
}
