import type { Card, Definition } from '../define.ts';

export const alert = {
  id: 'alert',
  /** A heading, an address with what to press, and two lines of what is agreed to; on a narrow screen they stand below each other. */
  height: 124,
  narrowHeight: 220,
  fields: {
    title: { type: 'text', default: '' },
    /** What has come to be so that they waited for; then nothing is asked. */
    items: { type: 'cards', default: [] as readonly Card[] },
    product: { type: 'text', default: '' },
    /** `price` or `stock`. */
    of: { type: 'text', default: '' },
    /** `yes` where they wait already. */
    isWaiting: { type: 'text', default: '' },
    /** Empty where no letters are written. */
    email: { type: 'text', default: '' },
    send: { type: 'text', default: '' },
    agree: { type: 'text', default: '' },
    visit: { type: 'text', default: '' },
    waits: { type: 'text', default: '' },
    withdraw: { type: 'text', default: '' },
    withdrawn: { type: 'text', default: '' },
  },
} as const satisfies Definition;
