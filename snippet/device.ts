import { quietly } from './quietly.ts';

/** What lies under this key on the device. The first look blocks for milliseconds. Callers ask for consent first. */
export const kept = /* @__PURE__ */ quietly((key: string): string | undefined => localStorage[key]);

/** '' removes it. Touching `localStorage` throws where the visitor has blocked it, or where it is full. */
export const keep = /* @__PURE__ */ quietly((key: string, value: string) => {
  if (value) localStorage[key] = value;
  else delete localStorage[key];
});
