import { compare } from '../text-order.ts';
import { trimExposures } from './exposures.ts';
import { dimensions } from './interest.ts';
import { compareSaid, greatestKeys, latest, latestSaid, type Said } from './lattice.ts';
import type { CartChange, Profile } from './profile.ts';
import { newestSteps } from './steps.ts';

const keep = {
  ...{ days: 120, acts: 160, steps: 100, active: 150, categories: 120, brands: 80, bands: 60 },
  ...{
    viewed: 50,
    bought: 100,
    news: 60,
    wishes: 40,
    gifts: 40,
    cart: 40,
    traits: 30,
    facts: 40,
    edits: 30,
    alerts: 40,
  },
};

/** Drops what is beyond the bounds; `slack` lets a fold do so now and then instead of every time. */
export function trim(profile: Profile, slack: number): void {
  if (profile.days.size > keep.days * slack) profile.days = greatestKeys(profile.days, keep.days);
  if (profile.acts.size > keep.acts * slack) profile.acts = greatestKeys(profile.acts, keep.acts);
  if (profile.steps.size > keep.steps * (slack - 1)) profile.steps = newestSteps(profile.steps);
  if (profile.active.size > keep.active * slack) profile.active = greatestKeys(profile.active, keep.active);
  for (const dimension of dimensions)
    if (profile[dimension].size > keep[dimension] * slack)
      profile[dimension] = greatestKeys(profile[dimension], keep[dimension]);
  if (profile.news.size > keep.news * slack) profile.news = greatestKeys(profile.news, keep.news);
  if (profile.viewed.size > keep.viewed * slack) profile.viewed = latest(profile.viewed, keep.viewed);
  if (profile.bought.size > keep.bought * slack) profile.bought = latest(profile.bought, keep.bought);
  if (profile.traits.size > keep.traits * slack) profile.traits = newestTraits(profile.traits);
  if (profile.facts.size > keep.facts * slack) profile.facts = newestOf(profile.facts, keep.facts);
  trimExposures(profile.exposures, slack);
  if (profile.alerts.size > keep.alerts * slack) profile.alerts = newestOf(profile.alerts, keep.alerts);
  if (profile.edits.size > keep.edits * slack) profile.edits = newestOf(profile.edits, keep.edits);
  if (profile.gifts.size > keep.gifts * slack) profile.gifts = latest(profile.gifts, keep.gifts);
  if (profile.wishes.size > keep.wishes * slack) profile.wishes = latest(profile.wishes, keep.wishes);
  if (profile.cart.length > keep.cart * (slack - 1)) profile.cart = standing(profile);
}

/** A shop asks fewer questions at a time; those of long ago make place for them, and the name never does. */
function newestTraits(traits: Profile['traits']): Profile['traits'] {
  const answers = [...traits].filter(([key]) => key !== 'name');
  const newest = answers.sort(([, a], [, b]) => compareSaid(b, a)).slice(0, keep.traits);
  const name = traits.get('name');
  return new Map(name ? [...newest, ['name', name]] : newest);
}

function newestOf<T>(said: ReadonlyMap<string, Said<T>>, most: number): Map<string, Said<T>> {
  return new Map([...said].sort(([a, x], [b, y]) => compareSaid(y, x) || compare(a, b)).slice(0, most));
}

/** The changes that say what is in the cart now: none before the last order, nor before the cart was last seen whole. */
function standing({ cart, lastOrder }: Profile): Said<CartChange>[] {
  const newest = latestSaid(
    cart.filter(({ at }) => at > lastOrder),
    keep.cart,
  );
  const whole = newest.findIndex(({ value }) => value.all);
  return whole < 0 ? newest : newest.slice(0, whole + 1);
}
