import { countdownFields } from '../countdown-fields.ts';
import type { Definition } from '../define.ts';

const text = { type: 'text', default: '' } as const;

export const coupon = {
  id: 'coupon',
  /** A heading and two lines, beside them the code and what came of it; on a narrow screen that stands below. */
  height: 96,
  narrowHeight: 160,
  fields: {
    ...countdownFields,
    title: text,
    text,
    /** For everybody; empty where everyone has one of their own, which is asked for. */
    code: text,
    /** With these it is asked for: the shop's public key, and which decision showed it. */
    site: text,
    decision: text,
    show: text,
    yours: text,
    copy: text,
    copied: text,
    none: text,
    failed: text,
  },
} as const satisfies Definition;
