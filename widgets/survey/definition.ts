import type { Definition } from '../define.ts';

export const survey = {
  id: 'survey',
  /** A question of two lines, a scale with what its ends mean, and what to press; on a narrow screen the scale has two rows. */
  height: 200,
  narrowHeight: 248,
  fields: {
    /** What the box is called that lies over a page. */
    title: { type: 'text', default: '' },
    questions: { type: 'questions', default: [] },
    send: { type: 'text', default: '' },
    /** Before anything is answered, and after that. */
    later: { type: 'text', default: '' },
    skip: { type: 'text', default: '' },
    thanks: { type: 'text', default: '' },
    putOff: { type: 'text', default: '' },
  },
} as const satisfies Definition;
