import type { OccasionId } from '../../../server/occasions/built-in.ts';
import { pluralIn } from '../../language/plural.ts';

const plural = pluralIn('en');
export const inDays = plural({ one: 'in # day', other: 'in # days' });

export const occasions = {
  occasions: {
    title: 'Gift occasions',
    meaning:
      'Some days before each of these a shelf of the recipe “Gift list” shows what people ordered before it in past years, or while they were shopping for somebody else, more than otherwise. Where that is too little yet, it shows what is popular.',
    occasion: 'Occasion',
    on: 'On',
    lead: 'Days before',
    leadOf: (occasion: string) => `Days before: ${occasion}`,
    next: 'Next',
    none: 'No occasion is on: the gift list stays hidden.',
    open: 'its gift list is open',
    own: 'Your own',
    ownNone: 'None yet.',
    name: 'Its name, as it stands before “in 12 days”',
    nameHint: 'For instance: For the shop’s birthday',
    date: 'Day',
    yearly: 'Every year',
    add: 'Add an occasion',
    remove: 'Remove',
    price: 'What gifts cost',
    prices: { learnt: 'As people spend', set: 'From and to', any: 'Any price' },
    learnt: (occasion: string, least: string, most: string) =>
      `${occasion}: from ${least} to ${most}. Nine of ten gifts that people ordered cost this much; it is learnt anew with every order.`,
    nothingLearnt:
      'Too few gifts were ordered yet to tell what people spend. Until then products of any price are shown.',
    anyPrice: 'Products of any price are shown, those too that few people spend so much on.',
    least: (currency: string) => `From, ${currency}`,
    most: (currency: string) => `To, ${currency}`,
    wrong: 'From 1 to 120 days, your own with a name and a day, and a highest price that is not below the lowest.',
    keep: 'Save',
    discard: 'Discard changes',
    defaults: 'As it was at first',
    history: plural({ one: '# change', other: '# changes' }),
    never: 'Nobody has changed this yet.',
    saidBy: (by: string, at: string) => `${by}, ${at}`,
    take: 'Take up again',
    inDays,
    names: {
      'new-year': 'New Year',
      valentine: 'Valentine’s Day',
      martisor: 'Mărțișor',
      'womens-day': 'Women’s Day',
      'western-easter': 'Easter (western)',
      'orthodox-easter': 'Easter (orthodox)',
      'mothers-day-first': 'Mother’s Day, first Sunday of May',
      'mothers-day-second': 'Mother’s Day, second Sunday of May',
      'fathers-day-may': 'Father’s Day, second Sunday of May',
      'childrens-day': 'Children’s Day',
      'fathers-day-june': 'Father’s Day, third Sunday of June',
      'st-nicholas': 'St Nicholas’ Day',
      christmas: 'Christmas',
    } satisfies Record<OccasionId, string>,
  },
};
