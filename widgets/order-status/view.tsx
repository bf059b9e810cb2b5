import type { PropsOf } from '../define.ts';
import { orderStatus as definition } from './definition.ts';
import css from './view.css';

export { css, definition };

/** Where the last order stands. */
export function View({ title, status, expected, late, products, stages, reached }: PropsOf<typeof definition>) {
  if (!title || !status) return null;
  const all = stages.split('\n').filter(Boolean);
  const done = Number(reached);
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <p class={late && 'late'}>
        <b>{status}</b> {expected}
      </p>
      {all[0] && (
        <ol>
          {all.map((stage, place) => (
            <li key={stage} class={place < done ? 'done' : ''} aria-current={place === done - 1 ? 'step' : undefined}>
              {stage}
            </li>
          ))}
        </ol>
      )}
      {products && <p class="products">{products}</p>}
    </section>
  );
}
