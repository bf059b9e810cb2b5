import type { Asked, Definition } from '../define.ts';

const text = { type: 'text', default: '' } as const;

export const yourData = {
  id: 'your-data',
  height: 440,
  fields: {
    /** Whose data: the shop's public key. */
    site: text,
    language: text,
    title: text,
    wait: text,
    failed: text,
    nobody: text,
    device: text,
    person: text,
    signIn: text,
    answers: text,
    nothing: text,
    formKept: text,
    change: text,
    save: text,
    cancel: text,
    takeBack: text,
    saved: text,
    download: text,
    erase: text,
    sureErase: text,
    erased: text,
    withdraw: text,
    sureWithdraw: text,
    withdrawAndErase: text,
    withdrawn: text,
    keep: text,
  },
} as const satisfies Definition;

/** What `GET /v1/me` answers: what is known of whoever asks, in words of their language. */
export interface Me {
  scope: Scope;
  sections: { title: string; lines: string[] }[];
  answers: Answer[];
  /** The last word about consent is one that the shop was told by its own call, and so may be taken back here. */
  canWithdraw: boolean;
}

/**
 * How much the token opens: nothing is known (`nobody`); what this browser did (`device`); all that is known of a person who has
 * just signed in (`person`); or, of a person who has not signed in lately, nothing (`sign-in`).
 */
export type Scope = 'nobody' | 'device' | 'person' | 'sign-in';

/** An answer to one of the shop's questions, with the question that it may be changed by. */
export interface Answer extends Asked {
  /** As it is kept; of several, the values with commas between them. */
  value: string;
  /** For people. */
  said: string;
  /** When, for people. */
  when: string;
}
