import { install } from './install.ts';
import { quietly } from './quietly.ts';
import { whenReady } from './ready.ts';
import { createSlots } from './slots.ts';
import { readTag } from './tag.ts';

/** Path on the collector of what loads when the page is idle; set by the build. */
declare const AUTO: string;

quietly(() => {
  const script = document.currentScript;
  if (!script || !('src' in script) || window.vitrina?.loaded) return;
  const tag = readTag(script);
  install(tag, createSlots);
  // Safari knows no idle time.
  const whenIdle = window.requestIdleCallback ?? setTimeout;
  whenReady(() => whenIdle(() => void import(tag.origin + AUTO).catch(() => undefined)));
})();
