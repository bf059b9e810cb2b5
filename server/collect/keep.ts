import { withChannel } from '../acquisition/came-by.ts';
import { withoutRepeats } from '../acquisition/within-visit.ts';
import type { LogEvent } from '../log/log-event.ts';
import { stretch } from '../profiles/profile.ts';
import { attribute } from './attribute.ts';
import { withGifts } from './gift-visit.ts';
import type { Facts } from './log-events.ts';
import type { OpenShop } from './open-shop.ts';

export interface Kept {
  /** Who is looking after the last of the facts. */
  visitor: string;
  /** Places of the facts that the log knew already. */
  known: ReadonlySet<number>;
  /** Somebody who may be known again was not here for half an hour. */
  isNewVisit: boolean;
}

const none: ReadonlySet<number> = new Set();

/** Stores the facts under their visitor; resolves when they are durable. */
export async function keep({ events: facts, isFromOutside }: Facts, visitor: string, open: OpenShop): Promise<Kept> {
  if (facts.length === 0) return { visitor, known: none, isNewVisit: false };
  await open.profiles.hold([visitor]);
  try {
    const profile = open.profiles.of(visitor);
    const { lastSeen } = profile;
    const told = withChannel(withoutRepeats(facts, profile, isFromOutside), profile);
    const seen = await open.offeredNews.withNews(told, visitor);
    const news = await withGifts(seen, visitor, profile, open);
    const attributed = await attributeProved(news, visitor, open);
    const known = await open.record(attributed.events);
    const isNewVisit = facts.every(({ at }) => at - lastSeen >= 3 * stretch);
    return { visitor: attributed.visitor, known, isNewVisit };
  } finally {
    open.profiles.release([visitor]);
  }
}

/** Someone who does not allow to be counted. */
export interface Uncounted {
  /** A name that is good for a day. */
  visitor: string;
  /** What is left to say in the name of the visitor who was counted until now. */
  farewell: LogEvent | null;
}

/** Stores the facts under a name that builds no profile. */
export async function count({ events }: Facts, { visitor, farewell }: Uncounted, { record }: OpenShop): Promise<Kept> {
  // What somebody says of themselves is kept of those alone who may be known again.
  const facts: LogEvent[] = withChannel(events, null).map(
    ({ identity: _, answer: __, gift: ___, alert: ____, ...fact }) => ({
      ...fact,
      visitor,
    }),
  );
  if (farewell) facts.push(farewell);
  return { visitor, known: facts.length === 0 ? none : await record(facts), isNewVisit: false };
}

/** Gives the facts their visitors; an assertion that has spoken for another visitor is a claim like any other. */
async function attributeProved(facts: readonly Omit<LogEvent, 'visitor'>[], visitor: string, open: OpenShop) {
  const { profiles, tokens, people } = open;
  for (let believed = facts; ; ) {
    const attributed = await attribute(believed, visitor, profiles.of(visitor), tokens.successor);
    const stolen = new Set<string>();
    for (const { id, identity, visitor: of } of attributed.events)
      if (identity?.proof !== undefined && !(await people.claim(identity.proof, of))) stolen.add(id);
    if (stolen.size === 0) return attributed;
    believed = believed.map(({ identity, ...fact }) =>
      identity && !stolen.has(fact.id) ? { ...fact, identity } : fact,
    );
  }
}
