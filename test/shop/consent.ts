import { html } from 'hono/html';
import type { Consent } from '../../snippet/protocol.ts';
import type { Messages } from './messages/messages.ts';
import { SHOP } from './path.ts';

export const CONSENT_COOKIE = 'shop_consent';

/** What the visitor answered to the banner, in Vitrina's words; undefined before the answer, and then nothing is said. */
export function consentOf(answer: string | undefined): (Consent & Record<string, boolean>) | undefined {
  if (answer === 'all') return { statistics: true, personalisation: true, marketing: true };
  if (answer === 'necessary') return { statistics: false, personalisation: false, marketing: false };
  return undefined;
}

/** The question with its two answers. With scripts the page stays where it is (`shop.js`), without them it comes back. */
export function consentForm(texts: Messages, back: string) {
  return html`<form method="post" action="${SHOP}/consent" data-consent>
    <div>
      <h2>${texts.consentTitle}</h2>
      <p>${texts.consentText}</p>
    </div>
    <input type="hidden" name="back" value="${back}" />
    <div class="buttons">
      <button class="main" name="consent" value="all">${texts.consentAll}</button>
      <button name="consent" value="necessary">${texts.consentNecessary}</button>
    </div>
  </form>`;
}
