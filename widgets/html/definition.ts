import type { Definition } from '../define.ts';

const text = { type: 'text', default: '' } as const;

export const html = {
  id: 'html',
  /** As long as the merchant says no other. */
  height: 200,
  narrowHeight: 260,
  fields: {
    /** What it is called for whoever does not see it. */
    title: text,
    /** `Piece[]` as JSON. */
    pieces: text,
    /** CSS px, on wide and on narrow screens; what is higher is scrolled. */
    high: text,
    narrowHigh: text,
  },
} as const satisfies Definition;

/** A merchant's own HTML: text, or an element with what is in it. Of a tag and an attribute that are not below there is none. */
export type Piece = string | [tag: string, attributes: Record<string, string>, ...inner: Piece[]];

/** What a merchant may use, each with its own attributes. There is no other list: what is not here is neither kept, sent nor drawn. */
export const tags: Readonly<Record<string, readonly string[]>> = {
  ...{ h2: [], h3: [], h4: [], p: [], div: [], span: [], br: [], hr: [], blockquote: [], figure: [], figcaption: [] },
  ...{ strong: [], b: [], em: [], i: [], u: [], s: [], small: [], mark: [], sub: [], sup: [], code: [] },
  ...{ ul: [], ol: ['start'], li: [], table: [], caption: [], thead: [], tbody: [], tr: [] },
  ...{ td: ['colspan', 'rowspan'], th: ['colspan', 'rowspan', 'scope'] },
  ...{ a: ['href'], img: ['src', 'alt', 'width', 'height'] },
};

export const everywhere = ['class', 'title', 'lang', 'dir'] as const;

/** How it looks is the shop's; these say what something is. */
export const classes = ['row', 'center', 'button', 'muted', 'large'] as const;
