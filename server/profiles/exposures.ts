import type { LogEvent } from '../log/log-event.ts';
import { addAll, addCount, addFirstSaid, greatestKeys, type Said } from './lattice.ts';
import { stepOf } from './steps.ts';

/** What somebody has seen of campaigns, and did with it. */
export interface Exposures {
  /** Campaign -> the variant that was seen first. */
  met: Map<string, Said<string>>;
  /** `<UTC day> <campaign>`: how often it was seen. */
  shows: Map<string, number>;
  /** `<ms since 1970> <deed> <kind> <campaign>`: the newest of them. */
  attention: Set<string>;
}

/** What was done with what was shown, as `attention` names it. */
const deeds: Readonly<Record<string, Deed>> = {
  ...{ slot_view: 'seen', slot_click: 'clicked', slot_dismiss: 'dismissed', answer: 'answered' },
};

type Deed = 'seen' | 'clicked' | 'dismissed' | 'answered';

/** More campaigns than anybody meets: by its name, since the first time of one that was dropped would be forgotten and learnt anew. */
const keep = { met: 200, shows: 200, attention: 100 };
const day = 86_400_000;

export function noExposures(): Exposures {
  return { met: new Map(), shows: new Map(), attention: new Set() };
}

export function foldExposure(into: Exposures, { name, at, id, shown }: LogEvent): void {
  const deed = deeds[name];
  if (!shown || !deed) return;
  const { campaign, variant, kind } = shown;
  into.attention.add(stepOf(at, `${deed} ${kind} ${campaign}`));
  if (deed !== 'seen') return;
  addFirstSaid(into.met, campaign, { at, id, value: variant });
  addCount(into.shows, `${String(Math.floor(at / day)).padStart(5, '0')} ${campaign}`, 1);
}

export function mergeExposures(into: Exposures, from: Exposures): void {
  addAll(into.met, from.met, addFirstSaid);
  addAll(into.shows, from.shows, addCount);
  for (const one of from.attention) into.attention.add(one);
}

/** See `trim` of a profile. */
export function trimExposures(of: Exposures, slack: number): void {
  if (of.met.size > keep.met * slack) of.met = greatestKeys(of.met, keep.met);
  if (of.shows.size > keep.shows * slack) of.shows = greatestKeys(of.shows, keep.shows);
  if (of.attention.size > keep.attention * slack)
    of.attention = new Set([...of.attention].sort().slice(-keep.attention));
}

/** One deed out of `attention`. Of every page all of them are asked: it is read without making a list of its parts. */
export function readAttention(text: string): { at: number; deed: Deed; kind: string; campaign: string } {
  const deed = text.indexOf(' ') + 1;
  const kind = text.indexOf(' ', deed) + 1;
  const campaign = text.indexOf(' ', kind) + 1;
  return {
    at: Number(text.slice(0, deed - 1)),
    deed: text.slice(deed, kind - 1) as Deed,
    kind: text.slice(kind, campaign - 1),
    campaign: text.slice(campaign),
  };
}
