import { watchErrors } from './errors.ts';
import { watchForms } from './forms.ts';
import { watchLinks } from './links.ts';
import { tellStatus } from './page-status.ts';
import type { Params } from './protocol.ts';
import { quietly } from './quietly.ts';
import { watchScroll } from './scroll.ts';
import { watchSearches } from './searches.ts';
import { watchVitals } from './vitals.ts';

/** Of the snippet and of the modules that it loads; set by the build. */
declare const VERSION: string;
declare global {
  interface Window {
    dataLayer?: unknown;
    _paq?: unknown;
    analytics?: unknown;
  }
}

/** What is told without being asked. Loads when the page is idle, and may come late or never. */
export type Track = (name: string, params: Params) => void;

for (const watch of [tellStatus, watchSearches, watchLinks, watchForms, watchErrors, watchVitals, watchScroll]) {
  if (window.vitrina) quietly(watch)(window.vitrina);
}

// What else listens to this page, or reads it. Whoever loads this bears that it cannot be had.
if (
  window.dataLayer ||
  window._paq ||
  window.analytics ||
  document.querySelector('[itemtype],[type*=json],[property^=og],[data-vitrina-form],[class*=wooc]')
)
  await import(`./dialects-${VERSION}.js`);
