import type { LogEvent } from '../log/log-event.ts';
import type { Profile } from '../profiles/profile.ts';
import { customerOf } from '../profiles/read.ts';

/**
 * Gives each event of a batch its visitor. A logout, or a login as someone else, starts another visitor on the same device:
 * what was known of the first one stays with the first one. Returns the visitor who is looking after the last event.
 */
export async function attribute(
  events: readonly Omit<LogEvent, 'visitor'>[],
  first: string,
  profile: Profile,
  successor: (visitor: string, event: string) => Promise<string>,
): Promise<{ events: LogEvent[]; visitor: string }> {
  let visitor = first;
  let customer = customerOf(profile);
  const attributed: LogEvent[] = [];
  for (const event of events) {
    const { identity } = event;
    if (identity && customer !== null && customer !== identity.customer) visitor = await successor(visitor, event.id);
    if (identity) customer = identity.customer;
    attributed.push({ ...event, visitor });
    if (event.name === 'logout' && customer !== null) {
      visitor = await successor(visitor, event.id);
      customer = null;
    }
  }
  return { events: attributed, visitor };
}
