import type { PropsOf } from '../define.ts';
import type { greeting } from './definition.ts';
import css from './view.css';

export { css };

export function View({ title, text }: PropsOf<typeof greeting>) {
  if (!title && !text) return null;
  return (
    <section aria-label={title || text}>
      {title && <h2>{title}</h2>}
      {text && <p>{text}</p>}
    </section>
  );
}
