import { kept } from './device.ts';
import { on } from './on.ts';
import { TOKEN } from './outbox.ts';
import type { HandoverAnswer, HandoverRequest } from './protocol.ts';
import type { Here } from './v.ts';

/** ms for which a word is taken along; the collector believes it for a minute. */
const FRESH = 45_000;

/**
 * Takes the visitor along over a link to another of the shop's domains. The word is asked for when a pointer or the keyboard
 * comes to the link, so that it is there when the link is followed; who is faster than that goes without.
 */
export function begin({ tag }: Here) {
  // The first batch has brought it; nobody shall pass it on with the address. `views.ts` sees no new page in that.
  const address = location.href.replace(/([?&])_vh=[\w.-]+(&?)/, (_, before, after) => after && before);
  if (address !== location.href) history.replaceState(history.state, '', address);

  // In an address even what divides them may be written in figures.
  const domains = tag.domains.split(/[\s,+]|%../).filter(Boolean);
  let asked = 0;
  let word = '';

  function linkOf({ target }: Event): HTMLAnchorElement | null {
    const link = target instanceof Element ? target.closest('a') : null;
    if (!link || link.host === location.host) return null;
    return domains.some((domain) => `.${link.host}`.endsWith(`.${domain}`)) ? link : null;
  }

  async function ask() {
    if (Date.now() - asked < FRESH || !tag.consent.statistics) return;
    asked = Date.now();
    word = '';
    const request: HandoverRequest = { site: tag.site, token: kept(TOKEN) || undefined };
    const body = JSON.stringify(request);
    const response = await fetch(`${tag.origin}/v1/handover`, { method: 'POST', body, credentials: 'include' });
    const answer: HandoverAnswer = await response.json();
    if (response.ok) word = answer.handover;
  }

  const onApproach = (event: Event) => linkOf(event) && void ask().catch(() => undefined);
  const onFollow = (event: Event) => {
    const link = linkOf(event);
    if (!link || !word || Date.now() - asked > FRESH || !tag.consent.statistics) return;
    const { href, search } = link;
    link.search = `${search ? `${search}&` : '?'}_vh=${word}`;
    // It is good for one page.
    word = '';
    asked = 0;
    // The browser has read the address by then; a link that is copied carries nobody's word.
    setTimeout(() => {
      link.href = href;
    });
  };
  for (const type of ['pointerover', 'pointerdown', 'focusin'] as const) on(type, onApproach);
  for (const type of ['click', 'auxclick'] as const) on(type, onFollow);
}
