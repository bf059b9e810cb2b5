import type { PropsOf } from '../define.ts';
import { greeting as definition } from './definition.ts';
import css from './view.css';

export { css, definition };

export function View({ title, text, gift, forAnother }: PropsOf<typeof definition>) {
  if (!title && !text) return null;
  const say = ({ currentTarget }: { currentTarget: Element }) =>
    // Heard by the runtime, which tells the collector; its answer draws this anew.
    currentTarget.dispatchEvent(new CustomEvent('say', { bubbles: true, detail: ['gift', { on: !forAnother }] }));
  return (
    <section aria-label={title || text}>
      {title && <h2>{title}</h2>}
      {text && <p>{text}</p>}
      {gift && (
        <button type="button" aria-pressed={!!forAnother} onClick={say}>
          {gift}
        </button>
      )}
    </section>
  );
}
