import { createOutbox } from './outbox.ts';
import type { Consent, Params } from './protocol.ts';
import { quietly } from './quietly.ts';
import { isPrerendering, whenReady } from './ready.ts';
import { createSlots } from './slots.ts';
import type { Tag } from './tag.ts';
import { watchViews } from './views.ts';

/** Puts `window.vitrina` on the page and begins with its first view. */
export function install(tag: Tag) {
  const early = window.vitrina?.q ?? [];
  let consent = tag.consent;
  let started = false;

  const vitrina = quietly((name: string, params?: Params | Consent | undefined) => {
    if (started) call(name, params);
    else early.push([name, params]);
  });
  window.vitrina = Object.assign(vitrina, { loaded: true } as const);

  const slots = createSlots(tag.origin, vitrina);
  const outbox = createOutbox({ ...tag, consent: () => consent, slots: slots.names, show: slots.show });
  const views = watchViews((referrer) => started && outbox.open(referrer));

  const start = quietly(() => {
    if (started) return;
    views.settle();
    started = true;
    // What the page says of consent as it loads is no change, and holds for its first view already.
    const said = early.filter(([name]) => name === 'consent').map(([, params]) => allowedBy(params));
    consent = said.at(-1) ?? consent;
    if (said.length > 0 && !consent.statistics) outbox.leave();
    outbox.open(document.referrer);
    for (const [name, params] of early) if (name !== 'consent') vitrina(name, params);
  });

  function call(name: string, params?: Params | Consent) {
    views.settle();
    const event = params && { ...params };
    switch (name) {
      case 'consent':
        return change(params);
      case 'slots':
        return outbox.ask();
      case 'login':
        outbox.add(name, event, true);
        return outbox.ask();
      case 'logout':
        outbox.add(name, event, true);
        outbox.leave();
        slots.show([], true);
        return outbox.ask();
      default:
        outbox.add(name, event);
        // The thank-you page is often left for good.
        if (name === 'purchase') outbox.sendIn(0);
    }
  }

  function change(params: Params | Consent | undefined) {
    const next = allowedBy(params);
    if (JSON.stringify(next) !== JSON.stringify(consent)) {
      outbox.add('consent', next, true);
      outbox.ask();
    }
    if (!next.statistics) outbox.leave();
    consent = next;
  }

  const onHide = quietly(() => {
    if (isPrerendering()) return;
    start();
    outbox.flush();
  });
  addEventListener('pagehide', onHide);
  document.addEventListener(
    'visibilitychange',
    quietly(() => (document.hidden ? onHide() : outbox.sendIn(0))),
  );
  whenReady(start);
}

/** Only `true` allows: consent managers also say 'denied'. */
function allowedBy({ statistics, personalisation, marketing }: Params | Consent = {}) {
  return { statistics: statistics === true, personalisation: personalisation === true, marketing: marketing === true };
}
