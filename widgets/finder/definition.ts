import type { Asked, Card, Definition } from '../define.ts';

const text = { type: 'text', default: '' } as const;

export const finder = {
  id: 'finder',
  /** A question with two rows of choices, what to press, a line about what was found, and a row of products. */
  height: 460,
  narrowHeight: 540,
  fields: {
    /** Of the shop: its public key. */
    site: text,
    /** Which finder of the shop's. */
    finder: text,
    language: text,
    /** What the page says is in the cart, where nothing else may know it: ids as JSON. */
    cart: text,
    title: text,
    /** The first one, alone. */
    questions: { type: 'questions', default: [] },
    /** How to pass over the first question; empty where it has to be answered. */
    skip: text,
    progress: text,
    status: text,
    back: text,
    next: text,
    restart: text,
    done: text,
    failed: text,
  },
} as const satisfies Definition;

/** What `POST /v1/finder` answers: what is asked next, and what was found, in words of the visitor's language. */
export interface Finding {
  /** Null at the end. */
  question: Asked | null;
  /** How to pass it over; empty where it has to be answered. */
  skip: string;
  progress: string;
  /** How much fits, and what was looked past so that something does. */
  status: string;
  items: Candidate[];
}

/** `reason` says which answers a product meets. */
export interface Candidate extends Card {
  /** Which it does not meet; empty where it meets all. */
  but: string;
}
