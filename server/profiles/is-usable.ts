import { isRefused } from './is-refused.ts';
import type { Profile } from './profile.ts';

/** What was learnt of somebody who then refused to be counted chooses nothing, and counts in no segment. */
export function isUsable({ consent }: Profile): boolean {
  return consent === null || !isRefused(consent.value);
}
