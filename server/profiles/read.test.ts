import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptyProfile, stretch } from './profile.ts';
import { lastVisitBefore, newestVisit, visitsOf } from './read.ts';

test('the newest visit, and the one before a moment, are those of all visits', () => {
  const places = fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 30 });
  fc.assert(
    fc.property(places, fc.integer({ min: 0, max: 70 * stretch }), (active, now) => {
      const profile = emptyProfile();
      for (const place of active) profile.active.set(place, 1);
      const all = visitsOf(profile);
      expect(newestVisit(profile)).toEqual(all[0] ?? null);
      expect(lastVisitBefore(profile, now)).toBe(all.find(({ to }) => now - to >= 3 * stretch)?.to ?? null);
    }),
    { numRuns: 500 },
  );
});
