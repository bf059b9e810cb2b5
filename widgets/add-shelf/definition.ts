import type { Definition } from '../define.ts';

export const addShelf = {
  id: 'add-shelf',
  /** As high as a shelf: what adds a product lies on its picture. */
  height: 348,
  fields: {
    title: { type: 'text', default: '' },
    items: { type: 'cards', default: [] },
    add: { type: 'text', default: '' },
    adding: { type: 'text', default: '' },
    added: { type: 'text', default: '' },
    failed: { type: 'text', default: '' },
  },
} as const satisfies Definition;
