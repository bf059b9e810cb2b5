import type { Facts } from './facts.ts';

/** `firstSeen` -> `first_seen`. */
export function columnOf(fact: keyof Facts): string {
  return fact.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
