import type { Batch, Decision } from '../../snippet/protocol.ts';

export const greeting = (title: string): Decision => ({
  id: `hello ${title}`,
  slot: 'hello',
  widget: 'greeting',
  props: { title, text: 'Three things are new since Tuesday' },
});

export const shelf = (slot: string, title = 'You may also like'): Decision => ({
  id: `${slot} ${title}`,
  slot,
  widget: 'shelf',
  props: { title, items: cards(8) },
});

const cards = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    id: `P${index}`,
    name: `Red Retrospot Mug ${'with a rather long name '.repeat(index % 3)}`,
    url: `/product-${index}`,
    image: index === 3 ? null : '/picture.svg',
    price: '£2.55',
    reason: index === 4 ? '' : 'Bought with Cream Hanging Heart',
  }));

/** An answer with those decisions that were asked for. */
export function only({ slots = [] }: Batch, ...decisions: Decision[]) {
  return { body: { slots: decisions.filter(({ slot }) => slots.includes(slot)) } };
}

/** The style sheet of a shop that keeps the places of a greeting and of shelves free. */
export const reserved = `
  body { margin: 0; font: 16px/1.5 Georgia, serif; color: #223 }
  [data-vitrina] { display: flow-root; min-height: 348px }
  [data-vitrina=hello] { min-height: 56px }
`;

export const slot = (name: string, content = '') => `<div data-vitrina="${name}">${content}</div>`;
