import type { CartChange, Profile } from './profile.ts';

/** What an engine's Map, list and object take beside the texts in them, as heaps of such profiles have shown; all in bytes. */
const empty = 3_000;
const ofNumber = 40;
const ofText = 72;
const ofWord = 250;
const ofChange = 200;
const ofLine = 130;

/** Bytes of memory that a profile takes, right within a factor of two. `text`: length of what `encode` makes of it. */
export function sizeOf(profile: Profile, text: number): number {
  const { days, active, traits, customers, facts, edits, alerts } = profile;
  const { acts, steps, categories, brands, bands, news, viewed, bought, wishes, gifts } = profile;
  const numbers = days.size + active.size;
  const texts = acts.size + steps.size + categories.size + brands.size + bands.size + news.size;
  const products = viewed.size + bought.size + wishes.size + gifts.size;
  const words = traits.size + customers.size + facts.size + edits.size + alerts.size;
  const entries = numbers * ofNumber + (texts + products + profile.totals.size) * ofText + words * ofWord;
  return empty + text + entries + profile.cart.reduce(addChange, 0);
}

function addChange(sum: number, { value }: { value: CartChange }): number {
  return sum + ofChange + value.items.length * ofLine;
}
