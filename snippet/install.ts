import { consentOf } from './consent.ts';
import { watchEngagement } from './engagement.ts';
import { createOutbox } from './outbox.ts';
import type { Consent, Params } from './protocol.ts';
import { quietly } from './quietly.ts';
import { whenReady } from './ready.ts';
import type { createSlots } from './slots.ts';
import type { Tag } from './tag.ts';
import { watchViews } from './views.ts';

/** What must not wait for other events. The thank-you page is often left for good. */
const URGENT = ['purchase', 'login', 'logout', 'slots'];

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
  const engagement = watchEngagement(outbox.add);
  const views = watchViews((referrer) => started && open(referrer));

  function open(referrer: string | undefined) {
    engagement.end();
    slots?.heed('page_view');
    outbox.open(referrer);
    engagement.begin();
  }

  const start = quietly(() => {
    if (started) return;
    views.settle();
    started = true;
    // What the page says of consent as it loads is no change, and holds for its first view already.
    const said = early.filter(([name]) => name === 'consent').map(([, params]) => allowedBy(params));
    tag.consent = said.at(-1) ?? tag.consent;
    if (said[0] && !tag.consent.statistics) outbox.depart();
    open(document.referrer);
    for (const [name, params] of early) if (name !== 'consent') vitrina(name, params);
  });

  function call(name: string, params?: Params | Consent) {
    views.settle();
    if (name === 'consent') return change(allowedBy(params));
    const isLogout = name === 'logout';
    if (name !== 'slots') outbox.add(name, { ...params }, isLogout || name === 'login');
    if (isLogout) outbox.depart();
    slots?.heed(name);
    if (URGENT.includes(name)) outbox.sendIn(0);
  }

  function change(consent: Consent) {
    if (JSON.stringify(consent) !== JSON.stringify(tag.consent)) {
      outbox.add('consent', { ...consent }, true);
      slots?.heed('consent');
      outbox.sendIn(0);
    }
    if (!consent.statistics) outbox.depart();
    tag.consent = consent;
  }

  const onHide = quietly(() => {
    if (document.prerendering) return;
    start();
    engagement.end();
    outbox.flush();
  });
  const onShow = quietly(() => {
    engagement.begin();
    outbox.resume();
    outbox.sendIn(0);
  });
  addEventListener('pagehide', onHide);
  addEventListener('visibilitychange', () => (document.hidden ? onHide() : onShow()));
  whenReady(start);
}

/** Only `true` allows: consent managers also say 'denied'. */
const allowedBy = (said: Params | Consent = {}) => consentOf((purpose) => said[purpose] === true);
