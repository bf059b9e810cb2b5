import type { Definition } from '../define.ts';

const text = { type: 'text', default: '' } as const;

export const prefill = {
  id: 'prefill',
  /** A heading, two rows of what can be filled in, what became of it, and what to press; on a narrow screen three rows. More can be scrolled. */
  height: 224,
  narrowHeight: 276,
  fields: {
    /** Whose order form: the shop's public key. */
    site: text,
    /** "yes"; "no" where consent was refused, and what is kept on the device is to go; else nothing is known yet. */
    may: text,
    /** "yes" where what was filled in out of the shop's own word is put out of sight. */
    shorter: text,
    title: text,
    /** For a screen reader, before the field's own name. */
    fill: text,
    fillAll: text,
    filled: text,
    taken: text,
    signIn: text,
    notYou: text,
    forgotten: text,
    remember: text,
    rememberHow: text,
    shortened: text,
    showAll: text,
  },
} as const satisfies Definition;

/** What of an order form is known, by the names that browsers have for it (HTML, autofill). */
export const prefillFields = [
  'name',
  'given-name',
  'family-name',
  'email',
  'tel',
  'organization',
  'street-address',
  'address-line1',
  'address-line2',
  'address-level2',
  'address-level1',
  'postal-code',
  'country',
] as const;

export type PrefillField = (typeof prefillFields)[number];

/** What `POST /v1/order-form` answers. */
export interface Prefilled {
  /** To whom on this device what it keeps belongs; empty where nobody may be told anything. */
  who: string;
  fields: { field: PrefillField; hint: string; value?: string | undefined }[];
}
