import { watchErrors } from './errors.ts';
import { watchForms } from './forms.ts';
import { watchLinks } from './links.ts';
import { tellStatus } from './page-status.ts';
import type { Params } from './protocol.ts';
import { quietly } from './quietly.ts';
import { watchScroll } from './scroll.ts';
import type { Here } from './v.ts';
import { watchVitals } from './vitals.ts';

declare global {
  interface Window {
    dataLayer?: unknown;
    _paq?: unknown;
    klaviyo?: unknown;
  }
}

/** What is told without being asked. Loads when the page is idle, and may come late or never. */
export type Track = (name: string, params: Params) => void;

export function begin({ tag, look, begin }: Here) {
  for (const watch of [tellStatus, watchLinks, watchForms, watchErrors, watchVitals, watchScroll]) {
    if (window.vitrina) quietly(watch)(window.vitrina);
  }

  if (tag.domains) void begin('handover');
  // What else listens to this page, or reads it.
  if (
    Object.keys(look())[0] ||
    window.klaviyo ||
    document.querySelector('[itemtype],[type*=json],[property^=og],[data-vitrina-form],[class*=wooc]')
  )
    return begin('dialects');
}
