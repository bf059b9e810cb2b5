import type { PropsOf } from '../define.ts';
import css from '../product-list.css';
import { ProductList } from '../product-list.tsx';
import { readCard } from '../read-card.ts';
import { shelf as definition } from './definition.ts';

export { css, definition, readCard as readOne };

export const View = (props: PropsOf<typeof definition>) => ProductList(props);
