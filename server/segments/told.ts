import type { Profile } from '../profiles/profile.ts';
import { traitsOf } from '../profiles/read.ts';

/** Who somebody is, not what they are like: nobody means a group of people by these. */
const naming = new Set(['name', 'first_name', 'last_name', 'email', 'phone']);
const mostParts = 30;

/** What is known of a person by being said: `texts` in small letters, the answer, and where it is several with commas between them, each of these too. */
export interface ToldText {
  texts: readonly string[];
  /** Whose word it is. */
  source: string;
}

export function toldOf(profile: Profile): Map<string, ToldText> {
  const told = new Map<string, ToldText>();
  for (const { key, value, source } of traitsOf(profile)) {
    if (naming.has(key)) continue;
    const whole = value.toLowerCase();
    const parts = whole.split(',').map((part) => part.trim());
    const texts = [...new Set([whole, ...parts.slice(0, mostParts)])].filter((text) => text !== '');
    told.set(key, { texts, source });
  }
  return told;
}

/** The number that a text is; null for any other. */
export function numberIn(text: string): number | null {
  return /^-?\d{1,15}(\.\d{1,6})?$/.test(text) ? Number(text) : null;
}

/** Days are written so that their letters are in the order of time. */
export const isDay = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text);
