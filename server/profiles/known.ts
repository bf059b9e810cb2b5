import { customerKey } from '../identity/word.ts';
import type { Profile } from './profile.ts';

/** A visitor's profile without what was said of customers whom its keys no longer join. */
export function known(profile: Profile, keys: readonly string[]): Profile {
  const holds = (customer: string) => keys.includes(customerKey(customer));
  return {
    ...profile,
    customers: new Map([...profile.customers].filter(([customer]) => holds(customer))),
    traits: new Map(
      [...profile.traits].filter(([, { value }]) => value.customer === undefined || holds(value.customer)),
    ),
  };
}
