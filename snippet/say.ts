import { quietly } from './quietly.ts';

/** Never sent: what is long and says nothing of the product, and what is a person's. */
const UNSAID = /descr|review|section|fragment|gtm\.|user|mail|phone|address/i;
/** Of a list the first is enough. */
const FIRST = /variant|offer|image/i;
/** Characters: with what lies in the letter before it, it stays below what the collector takes. */
const LONGEST = 20_000;

let last: string | undefined;

/** Tells the collector what the page has said in another language; it knows the words. */
export const say = quietly((via: string, ...words: unknown[]) => {
  const text = JSON.stringify(words, (key, value) =>
    UNSAID.test(key) ? undefined : FIRST.test(key) && Array.isArray(value) ? value[0] : value,
  );
  // A library's `push` that hands on to another one is heard twice.
  if (text === last || text.length > LONGEST) return;
  last = text;
  setTimeout(() => {
    last = '';
  });
  window.vitrina?.('said', { via, words: JSON.parse(text) });
});
