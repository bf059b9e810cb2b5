import { z } from 'zod';

const form = /^[\p{L}\p{N}][\p{L}\p{N}_.-]{0,39}$/u;

/** What is typed at the till. */
export const CouponCode = z.string().regex(form, 'a code has at most 40 letters, digits and . _ -');

/** Name of a list of codes. */
export const CouponListName = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,39}$/, 'a list begins with a small Latin letter and has at most 40 letters, digits and -');

/** Different codes of a text that has one in each line, or several with spaces, commas or semicolons between them; and the first word that is none. */
export function codesIn(text: string): { codes: string[]; wrong: string | null } {
  const words = [...new Set(text.split(/[\s,;"\uFEFF]+/).filter(Boolean))];
  const wrong = words.find((word) => !form.test(word));
  return { codes: words, wrong: wrong?.slice(0, 60) ?? null };
}
