import { pluralIn } from '../../language/plural.ts';

const plural = pluralIn('en');
const shelves = plural({ one: '# shelf', other: '# shelves' });
const decisions = plural({ one: '# decision', other: '# decisions' });

export const past = {
  past: {
    title: 'On real decisions',
    meaning:
      'Shelves that your shop has decided lately are decided again: for the same visitor, with what they had done by then, on that page, with that cart, at that time. Catalogue, prices, stock and what the shop has learned are of today; where somebody came from is as it is known of them. Nothing is recorded.',
    which: 'Which decisions',
    ofThis: 'those that asked this recipe',
    inPlace: (place: string) => `all of: ${place}`,
    start: (count: number) => `Try on the last ${count}`,
    again: 'Try again',
    stop: 'Stop',
    tried: (count: number) => `${decisions(count)} tried so far…`,
    isOld: 'The recipe above has been changed since: try again to see what that does.',
    none: 'There are no such decisions yet.',
    nonePossible: (count: number) =>
      `${decisions(count)}, none of which can be made again: consent was taken back, a recipe or a person is gone, or too little was written down.`,
    changed: (changed: number, all: number) => `${changed} of ${shelves(all)} would change.`,
    reordered: (count: number) => `On ${count} of these only the order.`,
    stays: (percent: string) => `On average ${percent} of the products stay.`,
    comesIn: 'Comes in',
    fallsOut: 'Falls out',
    onShelves: (count: number) => `on ${shelves(count)}`,
    noLacks: 'None is empty, short, or filled by another recipe, neither now nor with your changes.',
    lacksTitle: 'Shelves that lack something',
    lacks: {
      empty: 'Empty: the shop’s own content stays',
      standIn: 'Filled by a recipe that stands in',
      short: 'Fewer products than places',
    },
    before: 'Now',
    after: 'With your changes',
    examples: 'Where most would change',
    visitor: 'Visitor',
    ownContent: 'the shop’s own content',
    otherRecipe: (before: string, after: string) => `“${after}” instead of “${before}”`,
    otherOrder: 'The same products in another order.',
    decision: 'What was decided then, and why',
    madeAgain: 'What holds now and your changes are both followed again today, so the difference is theirs alone.',
    found: (percent: string) => `Of what really stood there then, the recipe that holds now shows ${percent} again.`,
    passed: (count: number) =>
      `Left out: ${decisions(count)} that cannot be made again, since consent was taken back, a recipe or a person is gone, or too little was written down.`,
  },
};
