import type { OpenShop } from '../collect/open-shop.ts';
import { believed } from '../profiles/believed.ts';
import { fold } from '../profiles/fold.ts';
import { isUsable } from '../profiles/is-usable.ts';
import { known } from '../profiles/known.ts';
import { day, emptyProfile } from '../profiles/profile.ts';
import { goThrough, type Part, type Past } from '../time-machine/go-through.ts';
import { subjectOf } from './facts.ts';
import { matches } from './matches.ts';
import type { Rule } from './rule.ts';

/** Somebody of the last days, as a rule would have found them. */
export interface PastMember {
  visitor: string;
  /** When they would have been in it, one after the other. */
  stays: Stay[];
  /** Other segments that they were in meanwhile. */
  segments: string[];
  /** Running campaigns whose audience they were meanwhile. */
  campaigns: string[];
}

/** ms since 1970. */
export interface Stay {
  from: number;
  until: number;
  /** They were in it before these days. */
  isOld: boolean;
  /** They are in it now. */
  isOpen: boolean;
}

interface Asked {
  rule: Rule;
  /** The segment of which this is a draft. */
  id: string | undefined;
  since: number;
  now: number;
  after: string;
}

/**
 * Goes through what people did up to now once more: who a rule would have held of since a moment (ms), from when until when. Everybody is looked at
 * after each thing they did and at the start of each UTC day, by which windows slide. With what each had done and ordered by then; refunds, lists,
 * models and other segments as they are now.
 */
export function replaySegment({ after, ...asked }: Asked, shop: OpenShop): Promise<Part<PastMember>> {
  const rules = shop.segmentRules.current;
  const others = [...rules].filter(([id]) => id !== asked.id).map(([id]) => ({ id, rule: { segment: id } }));
  const audiences = [...shop.campaigns.current.values()].flatMap(({ id, state, audience }) =>
    state === 'running' && audience ? [{ id, rule: audience }] : [],
  );
  // Windows slide for those, too, who did nothing meanwhile.
  return goThrough({ after, seenSince: 1 }, (past) => walk(past, { ...asked, others, audiences }, shop), shop);
}

interface Named {
  id: string;
  rule: Rule;
}

function* walk(
  { visitor, keys, events, standing }: Past,
  { rule, since, now, others, audiences }: Omit<Asked, 'after'> & { others: Named[]; audiences: Named[] },
  shop: OpenShop,
): Generator<void, PastMember> {
  const profile = emptyProfile();
  const [segments, campaigns] = [new Set<string>(), new Set<string>()];
  const stays: Stay[] = [];
  const sources = shop.sources.rules();

  function look(at: number, isEdge: boolean): void {
    const then = believed(known(profile, keys), sources, at);
    const subject = subjectOf({ profile: then, ...standing(at) }, shop.audience.basis);
    const holds = (of: Rule) => matches(of, subject, at, shop.segmentRules.current);
    const isIn = profile.lastSeen > 0 && isUsable(profile) && holds(rule);
    const last = stays.at(-1);
    const open = last?.isOpen ? last : null;
    const enters = isIn && !open;
    if (open) Object.assign(open, { until: at, isOpen: isIn });
    if (enters) stays.push({ from: at, until: at, isOld: at === since, isOpen: true });
    if (!enters && !(isIn && isEdge)) return;
    for (const { id, rule } of others) if (!segments.has(id) && holds(rule)) segments.add(id);
    for (const { id, rule } of audiences) if (!campaigns.has(id) && holds(rule)) campaigns.add(id);
  }

  let edge = since;
  const pass = (until: number) => {
    for (; edge <= until; edge = (Math.floor(edge / day) + 1) * day) look(edge, true);
  };
  for (const [place, event] of events.entries()) {
    if (place % 10 === 9) yield;
    if (event.at > now) break;
    pass(event.at - 1);
    fold(profile, event);
    if (event.at >= since) look(event.at, false);
  }
  pass(now - 1);
  look(now, true);
  return { visitor, stays, segments: [...segments], campaigns: [...campaigns] };
}
