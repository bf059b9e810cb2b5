import type { Definition } from '../define.ts';

export const greeting = {
  id: 'greeting',
  height: 56,
  fields: {
    title: { type: 'text', default: '' },
    text: { type: 'text', default: '' },
  },
} as const satisfies Definition;
