import type { Definition } from '../define.ts';

export const form = {
  id: 'form',
  height: 160,
  fields: {
    questions: { type: 'questions', default: [] },
    send: { type: 'text', default: '' },
    thanks: { type: 'text', default: '' },
  },
} as const satisfies Definition;
