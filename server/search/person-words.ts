import type { Profile } from '../profiles/profile.ts';
import { saidOf } from '../profiles/said-of.ts';
import { emailWords, phoneWords, wordsOf } from './words.ts';

/** Nobody needs more to be found by. */
const most = 40;

/** The words by which a person is found: of the name, the verified keys, and what they said of themselves. */
export function personWords(profile: Profile, keys: readonly string[]): string[] {
  const traits = saidOf(profile);
  const said = (trait: string) => traits.get(trait)?.value.value ?? '';
  const words = [
    ...['name', 'first_name', 'last_name', 'company'].flatMap((trait) => wordsOf(said(trait))),
    ...keys.flatMap(keyWords),
    ...emailWords(said('email')),
    ...phoneWords(said('phone')),
  ];
  return [...new Set(words)].slice(0, most);
}

/** `customer:7001`, `email:...`, `phone:...` */
function keyWords(key: string): string[] {
  const [, kind, value = ''] = /^(\w+):(.*)$/s.exec(key) ?? [];
  if (kind === 'customer') return wordsOf(value);
  if (kind === 'email') return emailWords(value);
  return kind === 'phone' ? phoneWords(value) : [];
}
