import type { ComponentChild } from 'preact';
import type { PropsOf } from '../define.ts';
import { classes, html as definition, everywhere, tags } from './definition.ts';
import css from './view.css';

export { css, definition };

/** The merchant's own pieces, each made as an element: nothing of it is ever read as HTML in the shop's page. */
export function View({ title, pieces, high, narrowHigh }: PropsOf<typeof definition>) {
  const drawn = list(parsed(pieces)).map(draw);
  if (!drawn.some(Boolean)) return null;
  const style = { '--high': px(high, definition.height), '--narrow': px(narrowHigh, definition.narrowHeight) };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard
    <section aria-label={title} tabIndex={0} style={style}>
      {drawn}
    </section>
  );
}

function draw(piece: unknown): ComponentChild {
  if (typeof piece === 'string') return piece;
  const [tag, said, ...inner] = list(piece);
  const own = typeof tag === 'string' && Object.hasOwn(tags, tag) ? tags[tag] : undefined;
  if (!own || typeof tag !== 'string') return null;
  const attributes: Record<string, string> = {};
  for (const [name, value] of Object.entries(Object(said)))
    if (typeof value === 'string' && [...everywhere, ...own].includes(name) && isRight(name, value))
      attributes[name] = value;
  if (tag === 'img') Object.assign(attributes, { loading: 'lazy', alt: attributes.alt ?? '' });
  const heard = tag === 'a' && { onClick: tell, onAuxClick: tell };
  // One of those that there are, as was just looked up.
  const Tag = tag as 'p';
  return (
    <Tag {...attributes} {...heard}>
      {inner.map(draw)}
    </Tag>
  );
}

/** The collector has looked at it already; whatever else may come this way does nothing either. */
function isRight(name: string, value: string): boolean {
  if (name === 'href') return /^(https?:\/\/|mailto:|tel:|#|\/(?![/\\]))/.test(value);
  if (name === 'src') return /^(https:\/\/|\/(?![/\\]))/.test(value);
  if (name === 'width' || name === 'height') return /^\d{1,4}$/.test(value);
  if (name === 'class') return value.split(' ').every((one) => classes.some((known) => known === one));
  return true;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return [];
  }
}

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

const px = (said: string, usual: number) => `${Number(said) || usual}px`;

/** Heard by the runtime, which tells the collector. `auxclick` is the middle button too, which opens a tab, and the right one, which does not. */
function tell({ currentTarget, button }: MouseEvent) {
  if (button < 2) currentTarget?.dispatchEvent(new CustomEvent('say', { bubbles: true, detail: ['slot_click', {}] }));
}
