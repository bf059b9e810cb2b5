import type { Profile } from '../profiles/profile.ts';
import type { Statement } from '../store/store.ts';
import { personWords } from './person-words.ts';

interface Device {
  person: string;
  profile: Profile;
  /** Verified keys. */
  keys: readonly string[];
}

/** The statement that makes these people findable; several may be devices of one person. */
export function wordRows(devices: readonly Device[]): Statement {
  const seen = new Map<string, number>();
  for (const { person, profile } of devices) seen.set(person, Math.max(seen.get(person) ?? 0, profile.lastSeen));
  const words = devices
    .filter(({ person }) => seen.get(person) !== 0)
    .flatMap(({ person, profile, keys }) =>
      personWords(profile, keys).map((word) => [person, word, seen.get(person) ?? 0]),
    );
  return {
    sql:
      'INSERT INTO people_words (person, word, seen) SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(?) ' +
      'WHERE true ON CONFLICT DO NOTHING',
    params: [JSON.stringify(words)],
  };
}

/** The statement by which these people are found no more. */
export function wordsGone(persons: readonly string[]): Statement {
  return {
    sql: 'DELETE FROM people_words WHERE person IN (SELECT value FROM json_each(?))',
    params: [JSON.stringify(persons)],
  };
}
