import { readAttention } from '../profiles/exposures.ts';
import { hasPutOff } from '../profiles/has-put-off.ts';
import { day, type Profile } from '../profiles/profile.ts';
import { newestVisit } from '../profiles/read.ts';
import { saidOf } from '../profiles/said-of.ts';
import { readSteps, type Step } from '../profiles/steps.ts';
import type { Interruption } from './attention.ts';
import type { Campaign, OverlayKind } from './campaign.ts';
import type { Exposure } from './exposure.ts';

/** What a profile says of campaigns. Times are ms since 1970. */
export interface Known {
  exposure(campaign: Pick<Campaign, 'id' | 'goal'>): Exposure | null;
  past: readonly Interruption[];
  /** When this visit began. */
  since: number;
  /** Whether they may be asked this: not where they have answered it within these days, or have said "not now" lately. */
  canAsk(question: string, restDays: number): boolean;
}

/** Of whom nothing is known. */
export function unknownAt(now: number): Known {
  return { exposure: () => null, past: [], since: now, canAsk: () => false };
}

export function knownOf(profile: Profile, now: number): Known {
  const { met, shows, attention } = profile.exposures;
  const visit = newestVisit(profile);
  const since = visit && visit.to > now - pause ? visit.from : now;
  const canAsk = (question: string, restDays: number) => {
    const said = saidOf(profile).get(question);
    return !hasPutOff(profile, now) && (said === undefined || said.at <= now - restDays * day);
  };
  if (attention.size === 0) return { ...unknownAt(now), since, canAsk };
  const past: Interruption[] = [];
  // A page may ask for hundreds of campaigns, and for one of them more than once.
  const seen = new Map<string, number[]>();
  const answered = new Map<string, number>();
  for (const text of [...attention].sort()) {
    const { at, deed, kind, campaign } = readAttention(text);
    if (isOverlay(kind)) past.push({ at, kind, what: deed });
    if (deed === 'answered') answered.set(campaign, at);
    if (deed !== 'seen') continue;
    const times = seen.get(campaign);
    if (times) times.push(at);
    else seen.set(campaign, [at]);
  }
  const views = new Map<string, number>();
  for (const [key, count] of shows) {
    const campaign = key.slice(key.indexOf(' ') + 1);
    views.set(campaign, (views.get(campaign) ?? 0) + count);
  }
  let steps: Step[] | undefined;
  return {
    past,
    since,
    canAsk,
    exposure: ({ id, goal }) => {
      const first = met.get(id);
      if (!first) return null;
      steps ??= readSteps(profile.steps);
      // Answers are given to other questions, too: to this campaign's alone the goal is reached.
      const reached =
        goal.event === 'answer'
          ? answered.get(id)
          : steps.find(({ name, at }) => name === goal.event && at >= first.at)?.at;
      return {
        variant: first.value,
        views: views.get(id) ?? 0,
        seen: seen.get(id) ?? never,
        reached: reached ?? null,
      };
    },
  };
}

const never: readonly number[] = [];
const pause = 30 * 60_000;
const overlays: readonly string[] = ['popup', 'slide-in', 'bar', 'survey'] satisfies readonly OverlayKind[];

const isOverlay = (kind: string): kind is OverlayKind => overlays.includes(kind);
