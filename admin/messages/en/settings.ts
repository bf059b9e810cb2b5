import type { TellingEvent } from '../../../server/profiles/interest.ts';
import { pluralIn } from '../../language/plural.ts';
import { people } from './counts.ts';

const plural = pluralIn('en');
const changes = plural({ one: '# change', other: '# changes' });

export const settings = {
  settings: {
    title: 'Settings',
    lead: 'How Vitrina reads what your visitors do.',
    taste: 'What shows a liking',
    tasteMeaning:
      'Whatever somebody does with a product says something of what they like: its category, its brand, its price level. Here you say how much each counts, and how fast it fades.',
    tasteHow:
      'For each category, brand and price level: how often something was done, times its weight, halved with each half-life that has passed since. Negative sums are no liking. A change holds at once on customers’ pages, on shelves and in “Your data”; segments are counted anew in the background.',
    speaksFor: 'Speaks for a liking',
    speaksAgainst: 'Speaks against it',
    fades: 'How fast it fades',
    events: {
      view_item: { what: 'Product viewed', why: 'Opened the product’s page.' },
      select_item: { what: 'Product chosen in a list', why: 'Clicked it on a shelf, in a list or in a search.' },
      add_to_wishlist: { what: 'Put on the wish list', why: 'Wants it, perhaps later.' },
      remove_from_wishlist: { what: 'Taken off the wish list', why: 'Wants it no more, or has it by now.' },
      add_to_cart: { what: 'Put in the cart', why: 'Is about to buy it.' },
      remove_from_cart: { what: 'Taken out of the cart', why: 'Thought better of it.' },
      purchase: { what: 'Bought', why: 'The strongest word: paid for it.' },
      refund: { what: 'Sent back', why: 'As much as a purchase undoes it; more, and one return outweighs it.' },
      complaint: { what: 'Complained about', why: 'Was not content with it.' },
    } satisfies Record<TellingEvent, { what: string; why: string }>,
    halfLife: 'Days until half is forgotten',
    halfLifeHint: 'Few days where taste follows the season; many where people buy once a year.',
    asMany: (count: string) => `A purchase counts ${count} times as much as a product view.`,
    left: (month: string, half: string, year: string) =>
      `After 30 days ${month} of it still counts, after half a year ${half}, after a year ${year}.`,
    effect: 'What it would change',
    noChange: 'Change a number, and you see here what it does to the people who were here last.',
    wrong: 'A number is missing or out of its bounds, or nothing speaks for a liking any more.',
    trying: 'Trying it out …',
    nobody: 'Nobody has shown a liking yet: there is nobody to try it out on.',
    moved: (count: number, categories: string) =>
      `Of the last visitors who like anything (${people(count)}) ${categories} would have another favourite category.`,
    movedElse: (brands: string, bands: string) => `Another favourite brand: ${brands}. Another price level: ${bands}.`,
    before: 'Now',
    after: 'Then',
    nothing: 'no liking',
    segments: 'Of these visitors, in your segments:',
    keep: 'Keep',
    discard: 'Undo changes',
    defaults: 'Back to the defaults',
    following: (done: string) => `Segments are being counted anew: ${done}`,
    never: 'Nobody has changed this yet: these are the defaults.',
    history: (count: number) => `Who changed it: ${changes(count)}`,
    saidBy: (who: string, when: string) => `${who}, ${when}`,
    toDefaults: 'Back to the defaults',
    take: 'Take these values',
    open: 'Change what counts',
  },
};
