import { consentOf, PURPOSES } from './consent.ts';
import { watchEngagement } from './engagement.ts';
import { createOutbox } from './outbox.ts';
import type { Consent, Params } from './protocol.ts';
import { quietly } from './quietly.ts';
import type { createSlots } from './slots.ts';
import type { Tag } from './tag.ts';
import type { Begin } from './v.ts';
import { watchViews } from './views.ts';
import type { Given, Ordered } from './window.ts';

/**
 * Puts `window.vitrina` on the page. Without `decisions` and `ask` it only tells. Returns what begins with the first view, and what
 * hears what the page's banners say of consent.
 */
export function install(tag: Tag, decisions?: typeof createSlots, ask?: Begin) {
  const gathered = window.vitrina?.q;
  const early: (() => void)[] = [];
  let started = false;

  const vitrina = quietly((name: string, given?: Given, done?: Ordered) => {
    settle();
    // A copy: the shop may change its objects after the call.
    const params: (Params & Consent) | undefined = given && JSON.parse(JSON.stringify(given));
    if (name === 'rank') void ask?.(name, params, done);
    else if (name === 'consent') hear(answerOf(params));
    else if (started) call(name, params);
    else early.push(() => call(name, params));
  });
  window.vitrina = Object.assign(vitrina, { loaded: true } as const);

  const slots = decisions?.(tag.origin, vitrina);
  const outbox = createOutbox(tag, slots?.ask);
  const onLook = watchEngagement(outbox.add);
  const settle = watchViews((referrer) => started && open(referrer));

  function open(referrer: string | undefined) {
    onLook();
    slots?.heed();
    outbox.open(referrer);
  }

  const start = quietly(() => {
    if (started) return;
    settle();
    started = true;
    open(document.referrer);
    hear(tag.consent);
    for (const run of early) run();
  });

  function call(name: string, params?: Params) {
    if (name === 'slots') outbox.sendIn(0);
    if (name === 'slots' || outbox.add(name, params)) slots?.heed(name);
    if (name === 'logout') outbox.depart();
  }

  /**
   * What is said as the page loads is no change, and holds for its first view already. As long as nobody has answered, what
   * an earlier answer has left on the device stays, and is not looked at.
   */
  function hear(consent: Consent) {
    if (started) {
      if (PURPOSES.some((purpose) => consent[purpose] !== tag.consent[purpose])) {
        outbox.add('consent', { ...consent });
        slots?.heed();
      }
      if (consent.source && !consent.statistics) outbox.depart();
    }
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
  for (const call of gathered ?? []) vitrina(...call);
  return [start, hear] as const;
}

/** Only `true` allows: consent managers also say 'denied'. */
function answerOf(said: Consent = {}): Consent {
  return { ...consentOf((purpose) => said[purpose] === true), source: 'api', text: said.text };
}
