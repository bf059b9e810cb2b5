import type { Readiness } from '../../server/shelves/readiness.ts';
import { messages } from '../language/current.ts';

/** What an ingredient has, and from how much on it is ready. */
export function readinessText({ of, have, enough }: Readiness): string {
  const { amounts, readyFrom } = messages.value.recipes;
  return readyFrom(amounts[of](have), enough);
}
