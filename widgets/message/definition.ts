import { countdownFields } from '../countdown-fields.ts';
import type { Definition } from '../define.ts';

export const message = {
  id: 'message',
  /** A heading and three lines, beside them a picture and what to press; on a narrow screen that stands below. */
  height: 96,
  narrowHeight: 152,
  fields: {
    ...countdownFields,
    title: { type: 'text', default: '' },
    text: { type: 'text', default: '' },
    /** Address of a picture. */
    image: { type: 'text', default: '' },
    /** What to press, and where it leads; one without the other is none. */
    button: { type: 'text', default: '' },
    url: { type: 'text', default: '' },
  },
} as const satisfies Definition;
