import type { Readiness } from '../../server/shelves/readiness.ts';
import { messages } from '../language/current.ts';

/** What an ingredient has, and from how much on it is ready. */
export function readinessText({ of, have, enough, from }: Readiness): string {
  const { amounts, readyFrom, borrowed } = messages.value.recipes;
  const text = readyFrom(amounts[of](have), enough);
  return from === null ? text : `${text}. ${borrowed[from]}`;
}
