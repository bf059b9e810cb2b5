import type { Campaign } from '../../server/campaigns/campaign.ts';
import type { Draft } from './draft.ts';

/** A running campaign that stands in the same place before this one for everybody, on every page and at any time; null where none does. */
export function alwaysBefore(draft: Draft, campaigns: readonly Campaign[]): Campaign | null {
  return campaigns.find((other) => other.id !== draft.id && other.state === 'running' && wins(other, draft)) ?? null;
}

function wins(other: Draft, draft: Draft): boolean {
  return (
    isSamePlace(other, draft) &&
    (other.priority > draft.priority ||
      (other.priority === draft.priority && draft.id !== '' && other.id < draft.id)) &&
    (other.audience === null || isSame(other.audience, draft.audience)) &&
    draft.rungs.every((rung) => other.rungs.includes(rung)) &&
    (other.pages.only.length === 0 || isSame(other.pages.only, draft.pages.only)) &&
    other.pages.never.every((path) => draft.pages.never.includes(path)) &&
    (Object.values(other.products).every((names) => names.length === 0) || isSame(other.products, draft.products)) &&
    isAlways(other)
  );
}

/** Nothing ends it for a visitor: neither a time nor a limit. */
function isAlways({ schedule, caps }: Draft): boolean {
  const { from, until, days, hours } = schedule;
  return (
    [from, until, hours, caps.session, caps.day, caps.ever].every((limit) => limit === null) &&
    days.length === 0 &&
    caps.hoursBetween === 0
  );
}

function isSamePlace({ place: one }: Draft, { place: other }: Draft): boolean {
  if (one.kind === 'slot' || other.kind === 'slot')
    return one.kind === 'slot' && other.kind === 'slot' && one.slot === other.slot;
  return true;
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
