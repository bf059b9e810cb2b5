import type { Consent } from './protocol.ts';

/** What the visitor allows, said of every purpose. */
export function consentOf(allows: (purpose: keyof Consent) => boolean): Consent {
  const consent: Consent = {};
  for (const purpose of ['statistics', 'personalisation', 'marketing'] as const) consent[purpose] = allows(purpose);
  return consent;
}
