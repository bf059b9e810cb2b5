import type { Consent, Purposes } from './protocol.ts';

export const PURPOSES: (keyof Purposes)[] = ['statistics', 'personalisation', 'marketing'];

/** What the visitor allows, said of every purpose. */
export function consentOf(allows: (purpose: keyof Purposes) => boolean): Consent {
  const consent: Consent = {};
  for (const purpose of PURPOSES) consent[purpose] = allows(purpose);
  return consent;
}
