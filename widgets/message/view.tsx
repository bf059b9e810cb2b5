import clock from '../countdown.css';
import { Countdown } from '../countdown.tsx';
import type { PropsOf } from '../define.ts';
import { message as definition } from './definition.ts';
import own from './view.css';

export { css, definition };

const css = own + clock;

export function View({ title, text, image, button, url, ...ending }: PropsOf<typeof definition>) {
  if (!title && !text) return null;
  return (
    <section aria-label={title || text}>
      {image && <img src={image} alt="" />}
      <div>
        {title && <h2>{title}</h2>}
        {text && <p>{text}</p>}
        {ending.left && <Countdown key={ending.ends} {...ending} />}
      </div>
      {button && url && (
        <a href={url} onClick={tell} onAuxClick={tell}>
          {button}
        </a>
      )}
    </section>
  );
}

/** Heard by the runtime, which tells the collector. `auxclick` is the middle button too, which opens a tab, and the right one, which does not. */
function tell({ currentTarget, button }: { currentTarget: Element; button: number }) {
  if (button < 2) currentTarget.dispatchEvent(new CustomEvent('say', { bubbles: true, detail: ['slot_click'] }));
}
