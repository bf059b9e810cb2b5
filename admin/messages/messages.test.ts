import { expect, test } from 'vitest';
import { en } from './en.ts';
import { ro } from './ro.ts';
import { ru } from './ru.ts';
import { uk } from './uk.ts';

const others = { uk, ro, ru };

/** Every message with its path; a message that takes a count or words is made with some. */
function messagesOf(part: unknown, path = ''): [string, string][] {
  if (typeof part === 'string') return [[path, part]];
  if (typeof part === 'function') return [[path, String(part(3, 3, 3))]];
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, inner]) => messagesOf(inner, path ? `${path}.${key}` : key));
}

const paths = (catalogue: unknown) => messagesOf(catalogue).map(([path]) => path);

test.each(Object.entries(others))('%s has the same messages as English, also in its lists', (_, catalogue) => {
  expect(paths(catalogue).sort()).toEqual(paths(en).sort());
});

test.each(Object.entries({ en, ...others }))('%s has no empty message and no unfilled place', (_, catalogue) => {
  for (const [path, text] of messagesOf(catalogue)) {
    expect(text.trim(), path).not.toBe('');
    expect(text, path).not.toMatch(/undefined|NaN|#/);
  }
});

test.each(Object.entries(others))('%s is translated: only names and loan words stand as in English', (_, catalogue) => {
  const english = new Map(messagesOf(en));
  const same = messagesOf(catalogue).filter(([path, text]) => english.get(path) === text && /[a-z]{3}/i.test(text));
  const loans =
    /^(install\.(html|gtm|shopify|wordpress)\.|badges\.(demo|simulated)|.*[Ee]mail|why\.purposes\.marketing|visitor\.saidBy|segments\.chip|campaignResults\.survey\.scores\.nps|profit\.(profit|sorts\.profit)$|campaignResults\.survey\.scores\.)/;
  expect(same.filter(([path]) => !loans.test(path))).toEqual([]);
});
