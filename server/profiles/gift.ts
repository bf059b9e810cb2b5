import type { GiftWord, LogEvent } from '../log/log-event.ts';
import { dimensions, emptyInterest, foldInterest, type Interest } from './interest.ts';
import { addAll, addCount } from './lattice.ts';
import { type Profile, stretch } from './profile.ts';
import { visitsOf } from './read.ts';

/** What was said of the visit that is under way at `now` (ms): whether it is for somebody else; null where nothing was. */
export function giftWordAt(profile: Profile, now: number): Pick<GiftWord, 'on' | 'by'> | null {
  const { gift } = profile;
  if (!gift) return null;
  const [visit] = visitsOf(profile);
  return visit && now - visit.to < 3 * stretch && gift.at >= visit.from ? gift.value : null;
}

/** Whether what they did with a product last was for somebody else; `at`: when that was, ms. */
export function isGift({ gifts }: Profile, product: string, at: number): boolean {
  const word = gifts.get(product);
  return word !== undefined && word % 2 === 0 && word / 2 >= at;
}

/** What events have said of likings, what was counted the other way since with it. */
export function saidOfLikings(events: readonly Omit<LogEvent, 'visitor'>[]): Interest {
  const interest = emptyInterest();
  for (const event of events) {
    foldInterest(interest, event);
    for (const dimension of dimensions)
      for (const [key, count] of event.gift?.tally[dimension] ?? []) addCount(interest[dimension], key, count);
  }
  return interest;
}

/** What a visit has to be told so that it says nothing of likings, or (`on` false) all that it would have. */
export function turnGift(
  visit: readonly Omit<LogEvent, 'visitor'>[],
  on: boolean,
): Pick<GiftWord, 'tally' | 'products'> {
  const change = emptyInterest();
  const whole = on ? [] : visit.map(({ gift: _, forAnother: __, ...event }) => event);
  const said = saidOfLikings(visit);
  const shall = saidOfLikings(whole);
  const tally: GiftWord['tally'] = {};
  for (const dimension of dimensions) {
    addAll(change[dimension], shall[dimension], addCount);
    addAll(change[dimension], said[dimension], (into, key, count) => addCount(into, key, -count));
    const left = [...change[dimension]].filter(([, count]) => count !== 0);
    if (left.length > 0) tally[dimension] = left;
  }
  const products = visit.filter(({ name }) => name === 'view_item' || name === 'purchase');
  return { tally, products: [...new Set(products.flatMap(({ items = [] }) => items.map(({ id }) => id)))] };
}
