import { consentOf } from './consent.ts';
import { watchEngagement } from './engagement.ts';
import { createOutbox } from './outbox.ts';
import type { Consent, Params } from './protocol.ts';
import { quietly } from './quietly.ts';
import { whenReady } from './ready.ts';
import type { createSlots } from './slots.ts';
import type { Tag } from './tag.ts';
import { watchViews } from './views.ts';

/** Puts `window.vitrina` on the page and begins with its first view. Without `decisions` it only tells. */
export function install(tag: Tag, decisions?: typeof createSlots) {
  const early = window.vitrina?.q ?? [];
  let started = false;

  const vitrina = quietly((name: string, params?: Params | Consent | undefined) => {
    if (started) call(name, params);
    else early.push([name, params]);
  });
  window.vitrina = Object.assign(vitrina, { loaded: true } as const);

  const slots = decisions?.(tag.origin, vitrina);
  const outbox = createOutbox(tag, slots?.ask);
  const onLook = watchEngagement(outbox.add);
  const settle = watchViews((referrer) => started && open(referrer));

  function open(referrer: string | undefined) {
    onLook();
    slots?.heed('page_view');
    outbox.open(referrer);
  }

  const start = quietly(() => {
    if (started) return;
    settle();
    started = true;
    // What the page says of consent as it loads is no change, and holds for its first view already.
    const said = early.filter(([name]) => name === 'consent').pop();
    if (said) {
      tag.consent = allowedBy(said[1]);
      if (!tag.consent.statistics) outbox.depart();
    }
    open(document.referrer);
    for (const [name, params] of early) if (name !== 'consent') vitrina(name, params);
  });

  function call(name: string, params?: Params | Consent) {
    settle();
    if (name === 'consent') return change(allowedBy(params));
    if (name !== 'slots') outbox.add(name, params);
    else outbox.sendIn(0);
    if (name === 'logout') outbox.depart();
    slots?.heed(name);
  }

  function change(consent: Consent) {
    if (JSON.stringify(consent) !== JSON.stringify(tag.consent)) {
      outbox.add('consent', consent);
      slots?.heed('consent');
    }
    if (!consent.statistics) outbox.depart();
    tag.consent = consent;
  }

  const turn = quietly((leaving: boolean) => {
    if (leaving && !document.prerendering) start();
    if (!started) return;
    onLook();
    outbox.turn(leaving);
  });
  addEventListener('pagehide', () => turn(true));
  addEventListener('visibilitychange', () => turn(document.hidden));
  whenReady(start);
}

/** Only `true` allows: consent managers also say 'denied'. */
const allowedBy = (said: Params | Consent = {}) => consentOf((purpose) => said[purpose] === true);
