import type { Definition } from '../define.ts';

export const shelf = {
  id: 'shelf',
  height: 348,
  fields: {
    title: { type: 'text', default: '' },
    items: { type: 'cards', default: [] },
  },
} as const satisfies Definition;
