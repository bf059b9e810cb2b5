import { install } from './install.ts';
import { load } from './load.ts';
import type { Consent } from './protocol.ts';
import { hearQueues, isAsked, type Pushed } from './queues.ts';
import { quietly } from './quietly.ts';
import { whenReady } from './ready.ts';
import { createSlots } from './slots.ts';
import { readTag, type Tag } from './tag.ts';
import type { Ordered } from './window.ts';

/** What a module that comes later may export. */
export interface Later {
  /** Resolves when what it has to say at once is said. */
  begin(here: Here, ...asked: Asked): Promise<void> | void;
}

/** What the page asks of a module, where it does, and who is to have the answer. */
export type Asked = [asked?: unknown, done?: Ordered];

export type Begin = (name: string, ...asked: Asked) => Promise<void>;

/** What such a module finds. */
export interface Here {
  tag: Tag;
  /** Hears what a banner says. */
  hear(consent: Consent): void;
  /** All that was pushed into the queues that there are by now. */
  look(): Pushed;
  /** Another module. */
  begin: Begin;
}

quietly(() => {
  // A page's module, or a script of an SVG, is none: it ends with the first look at it.
  const script = document.currentScript as HTMLScriptElement;
  if (window.vitrina?.loaded) return;
  const tag = readTag(script);
  const look = hearQueues();
  const begin: Begin = (name, ...asked) =>
    load<Later>(tag.origin, name).then((module) => module?.begin({ tag, hear, look, begin }, ...asked));
  // Staff who looks at a draft, by a link or on the page after it: nothing of this visit is told.
  const [start, hear] = /#_vp=/.test(name + location.href)
    ? [() => begin('editor'), look]
    : install(tag, createSlots, begin);
  const listen = () => isAsked() && begin('banners');
  look();
  whenReady(async () => {
    // An answer that the banner remembers holds for the first view already.
    await listen();
    if (document.querySelector('[data-vitrina-rank]')) void begin('rank');
    void start();
    // Safari knows no idle time.
    (window.requestIdleCallback ?? setTimeout)(() => {
      void listen();
      void begin('auto');
    });
  });
})();
