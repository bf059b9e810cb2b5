import type { PropsOf } from '../define.ts';
import { greeting as definition } from './definition.ts';
import css from './view.css';

export { css, definition };

export function View({ title, text }: PropsOf<typeof definition>) {
  if (!title && !text) return null;
  return (
    <section aria-label={title || text}>
      {title && <h2>{title}</h2>}
      {text && <p>{text}</p>}
    </section>
  );
}
