import { shop } from '../session/session.ts';
import type { Known } from './load-segments.ts';
import type { Wording } from './sentence.ts';

/** What sentences need to know of this shop. */
export function wordingOf({ fields, segments }: Known): Wording {
  return {
    currency: shop.value?.currency ?? 'EUR',
    isMoney: (name) => fields.some((field) => field.name === name && field.kind === 'money'),
    segmentName: (id) => segments.find((segment) => segment.id === id)?.name ?? id,
  };
}

/** 100 for UAH, 1 for JPY. */
export function minorUnitsIn(currency: string): number {
  const { maximumFractionDigits = 2 } = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions();
  return 10 ** maximumFractionDigits;
}
