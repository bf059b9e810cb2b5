import { type Banner, PATIENCE } from './banner.ts';
import { consentOf } from './consent.ts';
import { google } from './google-consent.ts';
import { matomo } from './matomo-consent.ts';
import type { ConsentSource, Purposes } from './protocol.ts';
import { quietly } from './quietly.ts';
import { shopify } from './shopify-privacy.ts';
import { tcf } from './tcf.ts';
import type { Here } from './v.ts';
import { wordpress } from './wordpress-consent.ts';

const banners: [ConsentSource, Banner][] = [
  ['gcm', google],
  ['tcf', tcf],
  ['shopify', shopify],
  ['wp', wordpress],
  ['matomo', matomo],
];

/**
 * Hears the banners of this page. Where several speak, what one of them has refused is refused. Our own API is stronger
 * than all of them, and so is the browser's Global Privacy Control.
 */
export function begin(here: Here) {
  // Asked for again when the page is idle: a banner may come late.
  begun ??= listen(here);
  return begun;
}

let begun: Promise<void> | undefined;

async function listen({ tag, hear, look }: Here) {
  if (tag.consent.source === 'gpc') return;
  const before = tag.consent;
  const words = new Map<ConsentSource, { purposes: Purposes; isAnswer: boolean }>();

  function say() {
    if (tag.consent.source === 'api') return;
    const answers = [...words].filter(([, { isAnswer }]) => isAnswer);
    const heard = answers[0] ? answers : [...words];
    const consent = consentOf((purpose) => {
      const said = heard.map(([, { purposes }]) => purposes[purpose]).filter((word) => word !== undefined);
      return said[0] === undefined ? before[purpose] === true : said.every(Boolean);
    });
    hear({ ...consent, source: answers.at(-1)?.[0] });
  }

  const settled = banners.map(([source, listen]) =>
    quietly(listen)(
      quietly((purposes, isAnswer) => {
        // At the end: the last one to speak is named.
        words.delete(source);
        words.set(source, { purposes, isAnswer });
        say();
      }),
      look(),
    ),
  );
  await Promise.race([Promise.allSettled(settled), new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
}
