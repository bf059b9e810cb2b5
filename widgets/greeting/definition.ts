import type { Definition } from '../define.ts';

export const greeting = {
  id: 'greeting',
  height: 56,
  fields: {
    title: { type: 'text', default: '' },
    text: { type: 'text', default: '' },
    /** Words of the switch by which somebody shops for another person; without them there is none. */
    gift: { type: 'text', default: '' },
    /** Any text: they do so now. */
    forAnother: { type: 'text', default: '' },
  },
} as const satisfies Definition;
