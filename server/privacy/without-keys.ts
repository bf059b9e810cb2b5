import { customerKey, emailKey, phoneKey } from '../identity/word.ts';
import type { Identity, LogEvent } from '../log/log-event.ts';

/** Someone else's event that spoke of an erased person once, without that; null where it said nothing else. */
export function withoutKeys({ identity, edges, ...event }: LogEvent, keys: ReadonlySet<string>): LogEvent | null {
  if (event.about !== undefined && keys.has(event.about)) return null;
  const left = edges?.filter(({ key }) => !keys.has(key));
  if (left?.length === 0) return null;
  const who = identity && identityWithout(identity, keys);
  return { ...event, ...(who ? { identity: who } : {}), ...(left ? { edges: left } : {}) };
}

function identityWithout({ email, phone, ...identity }: Identity, keys: ReadonlySet<string>): Identity | null {
  if (keys.has(customerKey(identity.customer))) return null;
  return {
    ...identity,
    ...(email === undefined || keys.has(emailKey(email)) ? {} : { email }),
    ...(phone === undefined || keys.has(phoneKey(phone)) ? {} : { phone }),
  };
}
