import { mergeExposures } from './exposures.ts';
import { dimensions } from './interest.ts';
import { addAll, addCount, addSaid, addTime, earlier, later } from './lattice.ts';
import { emptyProfile, type Profile } from './profile.ts';
import { trim } from './trim.ts';

/** The profile of all events of both. Neither is changed. */
export function merge(a: Profile, b: Profile): Profile {
  const sum = emptyProfile();
  for (const part of [a, b]) {
    sum.firstSeen = Math.min(sum.firstSeen, part.firstSeen);
    sum.lastSeen = Math.max(sum.lastSeen, part.lastSeen);
    addAll(sum.totals, part.totals, addCount);
    addAll(sum.days, part.days, addCount);
    addAll(sum.acts, part.acts, addCount);
    for (const step of part.steps) sum.steps.add(step);
    addAll(sum.active, part.active, addCount);
    for (const dimension of dimensions) addAll(sum[dimension], part[dimension], addCount);
    addAll(sum.viewed, part.viewed, addTime);
    addAll(sum.bought, part.bought, addTime);
    addAll(sum.wishes, part.wishes, addTime);
    addAll(sum.news, part.news, addCount);
    sum.gift = later(sum.gift, part.gift);
    addAll(sum.gifts, part.gifts, addTime);
    sum.cart.push(...part.cart);
    sum.lastOrder = Math.max(sum.lastOrder, part.lastOrder);
    addAll(sum.traits, part.traits, addSaid);
    addAll(sum.facts, part.facts, addSaid);
    addAll(sum.edits, part.edits, addSaid);
    addAll(sum.alerts, part.alerts, addSaid);
    mergeExposures(sum.exposures, part.exposures);
    sum.touch = earlier(sum.touch, part.touch);
    sum.lastTouch = later(sum.lastTouch, part.lastTouch);
    sum.place = later(sum.place, part.place);
    sum.client = later(sum.client, part.client);
    sum.consent = later(sum.consent, part.consent);
    addAll(sum.customers, part.customers, addTime);
    sum.keyed ||= part.keyed;
    sum.simulated ||= part.simulated;
  }
  trim(sum, 1);
  return sum;
}
