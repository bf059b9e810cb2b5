import { pluralIn } from '../../language/plural.ts';

const plural = pluralIn('en');

export const byExample = {
  byExample: {
    title: 'Segment by example',
    lead: 'Show some of the customers whom you mean. What they have in common, and others have not, becomes a rule that you can read and change.',
    examples: 'Examples',
    search: 'Find someone',
    pick: 'Take',
    people: 'Customers, one a line',
    peopleHint: 'Five to fifty customer numbers, e-mail addresses, telephones or visitors’ numbers.',
    find: 'Find what they have in common',
    result: 'What they have in common',
    fromList: 'Pick them in the list of visitors',
    gone: 'This search is no longer there: the server was started again meanwhile, or another search of this shop has begun. It must begin again.',
    again: 'Search again',
    failed: 'The search has failed. Try it again.',
    searching: 'Comparing them with other people',
    nothing:
      'Nothing tells these people from others: what they have in common, many others have too, or it may be chance. More examples help.',
    recall: 'Found again',
    recallMeaning:
      'Each example was put aside once, and a rule learnt from the others was asked whether it holds of it; the range is what so few examples say, in nine of ten cases.',
    precision: 'Surely right',
    precisionMeaning:
      'Of the people in the segment, those who are your examples. Nobody has said of the others whether you mean them, so the true share can only be higher; if your examples are some of many, it is.',
    lift: 'Lift',
    liftMeaning: 'How many times more often the rule holds of your examples, put aside, than of everybody else.',
    others: 'Others in it',
    use: 'Use this rule',
    count: plural({ one: '# line so far.', other: '# lines so far.' }),
    ofAll: (found: string, all: string) => `${found} of ${all}`,
    between: (low: string, high: string) => `${low} to ${high}`,
    atLeast: (share: string) => `at least ${share}`,
    unknown: (names: string) => `Nobody is known as: ${names}`,
  },
};
