import type { LogEvent, Touch } from '../log/log-event.ts';
import type { Profile } from '../profiles/profile.ts';
import { type Channel, channelOf } from './channel.ts';
import { findSource } from './find-site.ts';

type Fact = Pick<LogEvent, 'name'> & { source?: Touch };

/**
 * Notes on each purchase by which channel its visitor has come: the last that was no typed address, of the page views before it, else of
 * what was known. A later visit changes nothing of it.
 */
export function withChannel<F extends Fact>(facts: readonly F[], profile: Pick<Profile, 'touch' | 'lastTouch'> | null) {
  let last = profile?.lastTouch?.value ?? profile?.touch?.value ?? null;
  return facts.map((fact): F & Pick<LogEvent, 'came'> => {
    if (fact.source && (last === null || fact.source.source !== 'direct')) last = fact.source;
    return fact.name === 'purchase' && last ? { ...fact, came: channelIn(last) } : fact;
  });
}

export function channelIn({ channel, medium, source }: Pick<Touch, 'channel' | 'medium' | 'source'>): Channel {
  return channel ?? channelOf(medium, source, findSource(source)?.channel ?? null);
}
