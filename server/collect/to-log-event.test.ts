import { expect, test } from 'vitest';
import { createCatalog } from '../catalog/catalog.ts';
import { toLogEvent } from './to-log-event.ts';

const wire = {
  page: { id: 'p', path: '/' },
  received: 1_795_284_000_000,
  sent: 1_795_284_000_000,
  currency: 'EUR',
  catalog: createCatalog([]),
  questions: { get: () => undefined },
  campaigns: { current: new Map() },
  by: 'visitor' as const,
  demo: false,
};

// Once a failure of ours: a `Date` ends there, and the words of the refusal could not be made.
test('an event of a time that no calendar has is refused by its field', () => {
  const said = () => toLogEvent({ id: 'p.0', name: 'page_view', time: 8.64e15 + 1 }, wire);
  expect(said).toThrow(expect.objectContaining({ field: 'time' }));
});
