import type { Definition } from '../define.ts';

const text = { type: 'text', default: '' } as const;

export const orderStatus = {
  id: 'order-status',
  /** A heading, where it stands and when it comes, how far it is, and what is in it. */
  height: 136,
  narrowHeight: 172,
  fields: {
    title: text,
    status: text,
    /** When it comes, as this shop's orders do; or that it is late. */
    expected: text,
    /** "yes" where it is. */
    late: text,
    products: text,
    /** What an order goes through, a line each; and how many of them are done. */
    stages: text,
    reached: text,
  },
} as const satisfies Definition;
