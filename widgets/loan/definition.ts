import type { Definition } from '../define.ts';

const text = { type: 'text', default: '' } as const;

export const loan = {
  id: 'loan',
  /** A heading, the terms, what is paid for the chosen one, and the longest words of the law. */
  height: 224,
  narrowHeight: 380,
  fields: {
    title: text,
    text,
    /** What the numbers of the terms are. */
    unit: text,
    /** What follows has a line for each term. */
    months: text,
    /** The same for whoever hears it. */
    terms: text,
    monthly: text,
    parts: text,
    total: text,
  },
} as const satisfies Definition;
