import { install } from './install.ts';
import { load } from './load.ts';
import type { Consent } from './protocol.ts';
import { quietly } from './quietly.ts';
import { whenReady } from './ready.ts';
import { createSlots } from './slots.ts';
import { readTag, type Tag } from './tag.ts';

/** Of the snippet and of the modules that it loads; set by the build. */
declare const VERSION: string;

/** What such a module may export. */
export interface Later {
  /** Resolves when what it has to say at once is said. */
  begin?(tag: Tag, hear: (consent: Consent) => void): Promise<void> | void;
}

/** Where those who ask for consent leave their names. */
const ASKING = 'dataLayer __tcfapi Shopify wp_has_consent _paq'.split(' ');

quietly(() => {
  const script = document.currentScript;
  if (!script || !('src' in script) || window.vitrina?.loaded) return;
  const tag = readTag(script);
  const [start, hear] = install(tag, createSlots);
  const begin = (name: string) =>
    load<Later>(`${tag.origin}/w/${name}-${VERSION}.js`).then((module) => module?.begin?.(tag, hear));
  const listen = () => ASKING.some((name) => name in window) && begin('banners');
  // Safari knows no idle time.
  const whenIdle = window.requestIdleCallback ?? setTimeout;
  whenReady(async () => {
    // An answer that the banner remembers holds for the first view already.
    await listen();
    start();
    whenIdle(() => {
      void listen();
      void begin('auto');
      if (tag.domains) void begin('handover');
    });
  });
})();
