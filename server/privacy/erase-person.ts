import type { OpenShop } from '../collect/open-shop.ts';
import { isDevice } from '../identity/stand-in.ts';
import { newVisitor } from '../identity/visitor-token.ts';
import { type LogEvent, toRow } from '../log/log-event.ts';
import { scrubIfDue, scrubIsDue } from '../store/scrub-due.ts';
import { insertLog } from '../store/store.ts';
import { personalPlaces } from './inventory.ts';
import { type Removal, removalOf } from './removal.ts';
import { whoseData } from './whose.ts';

/** Who had it done: the id of a member of staff or of a secret key, never their name; `visitor` is the person. */
export interface ErasedBy {
  by: 'staff' | 'key' | 'command' | 'visitor';
  id?: string;
}

export interface Erased {
  /** Devices, and the shop's own books. */
  visitors: number;
  /** Events that are gone. */
  events: number;
  /** Reports of orders that stay as facts of nobody. */
  anonymous: number;
}

/**
 * Takes the person behind a visitor out of the shop: log, projections, memory, and the bytes of the file. What stays of their orders
 * is what `anonymousEvent` says; a rebuild makes the same. Their tokens open nothing afterwards. `now` in ms.
 */
export async function erasePerson(first: string, shop: OpenShop, who: ErasedBy, now: number): Promise<Erased> {
  const { store, tokens, profiles, people, customers, sales, loop, sessions, model, live, door, acknowledged } = shop;
  const removal = await shop.alone(async () => {
    const whose = await whoseData(first, people);
    const removal = await removalOf(whose, store);
    const devices = whose.visitors.filter(isDevice);
    const said = erasedEvent(removal, await tokens.revoke(devices), who, now);
    // Its place in the log comes after all that goes, so that no place is given twice.
    await store.write([
      { sql: insertLog, params: toRow(said) },
      ...personalPlaces().flatMap((place) => place.erase(removal)),
      scrubIsDue,
    ]);
    shop.refuse(devices);
    people.forget();
    const concerned = [...whose.visitors, ...removal.profiles.keys()];
    await profiles.forget(concerned);
    customers.changed();
    sales.forget();
    loop.forget();
    sessions.forget(concerned);
    model.forget(concerned);
    live.forget(new Set(concerned));
    acknowledged.forget(whose.visitors);
    door.forget();
    return removal;
  });
  await scrubIfDue(store);
  const { whose, events, anonymous } = removal;
  return { visitors: whose.visitors.length, events, anonymous: anonymous.length };
}

/** The fact that someone was erased, and nothing of who it was. The marks keep their tokens from opening anything. */
function erasedEvent({ whose, events, anonymous }: Removal, marks: string[], who: ErasedBy, now: number): LogEvent {
  return {
    id: `erased:${newVisitor()}`,
    visitor: '~erased',
    at: now,
    name: 'erased',
    params: { ...who, visitors: marks, devices: whose.visitors.length, events, anonymous: anonymous.length },
  };
}
