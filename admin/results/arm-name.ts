import { messages } from '../language/current.ts';

/** A variant's id, or who goes without: the server's `goesWithout`. */
export function armName(arm: string): string {
  return arm === '-' ? messages.value.campaignResults.without : arm;
}
