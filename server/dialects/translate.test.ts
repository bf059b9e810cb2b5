import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isEvent } from '../collect/is-event.ts';
import cases from './translate.cases.json';
import { translate, ways } from './translate.ts';

const said = (via: string, words: unknown[]) => ({
  id: 'page.1',
  time: 1_764_000_000_000,
  name: 'said',
  params: { via, words },
});

describe('a shop’s own words become ours', () => {
  test.each(cases)('$what', ({ via, words, name, params }) => {
    const translated = translate(said(via, words));
    if (name === undefined) return expect(translated).toBeNull();
    expect(translated).toMatchObject({ way: via, event: { id: 'page.1', name, params } });
    expect(isEvent(translated?.event)).toBe(true);
    // Neither the words themselves nor a person's address get through.
    expect(JSON.stringify(translated)).not.toMatch(/"words"|"via"|@shop\.example/);
  });

  test('whatever they are: an event that can be kept, or nothing', () => {
    const word = fc.constantFrom(...new Set(cases.flatMap(({ words }) => strings(words))));
    const words = fc.letrec((tie) => ({
      value: fc.oneof({ maxDepth: 4 }, word, fc.jsonValue(), tie('list'), tie('fields')),
      list: fc.array(tie('value'), { maxLength: 4 }),
      fields: fc.dictionary(word, tie('value'), { maxKeys: 5, noNullPrototype: true }),
    }));
    fc.assert(
      fc.property(
        fc.constantFrom(...ways),
        fc.option(word),
        fc.array(words.value, { maxLength: 5 }),
        (via, head, tail) => {
          const text = JSON.stringify(said(via, head === null ? tail : [head, ...tail]));
          const translated = translate(JSON.parse(text));
          if (translated) expect(isEvent(translated.event)).toBe(true);
        },
      ),
      { numRuns: 3_000 },
    );
  }, 60_000);
});

/** All words of the cases, names of fields too: what finds its way into the depths of the code. */
function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return [...Object.keys(value), ...Object.values(value).flatMap(strings)];
}
