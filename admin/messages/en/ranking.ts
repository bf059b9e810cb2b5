import type { ListKind } from '../../../server/recommend/ranking/ranking.ts';
import { pluralIn } from '../../language/plural.ts';

const plural = pluralIn('en');

export const ranking = {
  ranking: {
    title: 'Order of the shop’s own lists',
    lead: 'Search results and categories that ask for it are put into the order for each visitor. All of their products stay; only their places change.',
    kinds: { search: 'Search results', category: 'Categories' } satisfies Record<ListKind, string>,
    isOn: 'Put into the order for each visitor',
    strength: 'Strength, %',
    strengthHint: '0: the shop’s own order. 100: what is known of the visitor counts whole.',
    most: 'Most places up or down',
    keepFirst: 'Keep the first',
    keepFirstHint: 'So many stay where the shop has put them. A page of the shop may ask for more.',
    sinks: 'What is out of stock goes to the end',
    save: 'Save the order',
    discard: 'Discard changes',
    usual: 'As it came with the shop',
    saved: (version: number) => `Saved as version ${version}. The next list that is asked for goes by it.`,
    refused: 'The collector refused this value.',
    conflict:
      'Somebody else has changed the order meanwhile. Your changes are still here: load theirs, or note yours first.',
    loadTheirs: 'Load theirs',

    history: 'All versions of the order',
    /** Of a version in one line, after the kind of list. */
    off: 'as the shop has it',
    withStrength: (percent: string) => `${percent} of strength`,
    places: plural({ one: 'at most # place', other: 'at most # places' }),
    firstStay: (count: number) => `the first ${count} stay`,
    outOfStockLast: 'out of stock last',
    named: (version: number) => `Order of the shop’s lists, version ${version}`,
  },
};
