import type { Definition } from '../define.ts';

export const form = {
  id: 'form',
  /** A question of two lines, two rows of choices, and what to press; on a narrow screen three rows. More can be scrolled. */
  height: 200,
  narrowHeight: 248,
  fields: {
    questions: { type: 'questions', default: [] },
    send: { type: 'text', default: '' },
    later: { type: 'text', default: '' },
    thanks: { type: 'text', default: '' },
    putOff: { type: 'text', default: '' },
  },
} as const satisfies Definition;
