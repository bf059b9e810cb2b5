import type { Consent } from '../../snippet/protocol.ts';

interface Signalled {
  consent: Consent;
}

/**
 * Under Global Privacy Control (the browser's header `Sec-GPC: 1`, w3.org/TR/gpc) nothing is allowed but what the shop's own
 * call of our API says: by then the visitor has answered this shop. A tag or a banner that was found speaks for all visitors.
 */
export function heedPrivacyControl<B extends Signalled>(batch: B, signal: string | undefined): B {
  if (signal !== '1' || batch.consent.source === 'api') return batch;
  return { ...batch, consent: { statistics: false, personalisation: false, marketing: false, source: 'gpc' } };
}
