import { pluralIn } from '../../language/plural.ts';
import { people } from './counts.ts';

const plural = pluralIn('en');

const further = plural({ one: '# more person', other: '# more people' });
export const campaignResults = {
  campaignResults: {
    title: 'What a campaign brings',
    lead: 'Everyone counts for the arm that chance gave them, whether they saw the campaign or not; what they did afterwards is compared.',
    back: 'The campaign',
    nobody: 'Nobody yet',
    nobodyText: 'Nobody has been drawn for this campaign since its variants are what they are.',
    nothing: 'Nothing to compare with',
    nothingText:
      'Everyone sees the same variant. Let some go without it, or add a second one, and what it brings can be told.',
    untrusted: 'Not to be trusted',
    uneven:
      'The arms are not of the sizes by which they were drawn, more than chance explains: something is counted for one of them alone.',
    twoArms: 'Too many people were in two arms, on devices that turned out to be one person’s.',
    few: 'Too early to tell',
    fewText: (more: number | null) =>
      more === null ? 'Too few have come in one of the arms.' : `It takes about ${further(more)}.`,
    yet: 'Nothing found yet',
    yetText: (more: number | null) =>
      more === null
        ? 'The arms do not differ more than chance explains.'
        : `The arms do not differ more than chance explains. With about ${further(more)} a tenth more or less would be found.`,
    finds: 'It works',
    harm: 'It harms',
    mixed: 'Two sides',
    findsText: (arm: string, by: string) => `“${arm}” is better than what it is compared with, by ${by}.`,
    harmText: (arm: string, by: string) => `“${arm}” is worse than what it is compared with, by ${by}.`,
    mixedText: (arm: string, by: string) => `“${arm}” is better by ${by}, and worse by the other measure.`,
    goal: 'the goal',
    revenue: 'revenue',
    arms: 'Arms',
    arm: 'Arm',
    without: 'Goes without',
    base: 'compared with',
    people: 'People',
    reached: 'Reached the goal',
    net: 'Revenue per person',
    seen: 'Seen',
    clicks: 'Opened',
    dismissals: 'Closed',
    moreGoal: 'Goal: more of a hundred',
    moreNet: 'Revenue: more per person',
    how: 'With the interval in which the truth lies in 95 of 100 experiments, all arms together, however often you look.',
    chance: 'Chance to be best',
    cost: (amount: string) => `Cost so far: ${amount}.`,
    inTwoArms: (count: string) => `${count} people were in two arms and are left out.`,
    since: (day: string) => `Counted since ${day}.`,
    allTitle: 'What personalisation brings',
    allLead:
      'A few people, drawn by chance, see no campaign at all. What everyone else brings beyond them is what all campaigns together bring.',
    allCard: 'All campaigns together',
    allLink: 'What all of it brings',
    allShare: (share: string) =>
      `${share} of all people see no campaign; compared is what people buy within 30 days of the first one, of those who met it in the last 90 days.`,
    allNobody:
      'Nobody goes without campaigns now, so nothing more will be known. The share is set among what holds for all campaigns.',
    held: 'See no campaign',
    met: 'See campaigns',
    buying: 'the share of those who buy',
    earned: 'Earned by all campaigns',
    earnedMeaning:
      'What one person brings more, times all who saw campaigns; with the interval in which the truth lies in 95 of 100 shops, however often you look.',
    clear: 'Zero is outside: more than chance explains.',
    notClear: 'Zero is inside: it may be chance.',
    weighted: 'Shares have moved: rates, revenue and intervals are as if everyone had been drawn with one chance.',
    variant: (name: string) => `Variant ${name}`,
    shares: 'How visitors are shared out',
    sharesHow: (floor: string) =>
      `Each variant is drawn as often as it is believed to be the best, none less than ${floor}. It is learnt anew once an hour.`,
    sharesSince: 'Since',
    learnNow: 'Learn now',
    selfTest: 'Can these results be trusted?',
    selfTestMeaning: (splits: string) =>
      `Your own people of the last months are split into two halves by chance, ${splits} times. Nothing tells the halves apart, so hardly ever may a difference be found: in 5 of 100 at most.`,
    selfTestStart: 'Test with my people',
    selfTestStop: 'Stop',
    selfTestRunning: (done: string, of: string) => `${done} of ${of} splits.`,
    selfTestRight: 'As it should be',
    selfTestWrong: 'Too often',
    selfTestFound: (found: string, of: string, share: string) =>
      `In ${found} of ${of} splits a difference was found: ${share}.`,
    selfTestFew: 'Too few have bought in the last 30 days to compare anything.',
    selfTestOf: (all: number, buyers: string) => `Of ${people(all)}, ${buyers} bought.`,
    survey: {
      title: 'What was answered',
      seen: 'Asked',
      seenMeaning: 'How often the survey was seen.',
      answered: 'Answered',
      answeredMeaning: 'People who answered at least one of its questions.',
      none: 'Nobody has answered this yet.',
      people: plural({
        one: '# person has answered; the newest first.',
        other: '# people have answered; the newest twenty first.',
      }),
      peopleLabel: 'People',
      peopleMeaning: 'Each person counts once, with what they said last.',
      scores: { nps: 'Net Promoter Score', csat: 'Mean satisfaction', ces: 'Mean ease' },
      scoreMeanings: {
        nps: 'Percent of 9 and 10 (promoters) less percent of 0 to 6 (detractors): −100 to +100. 7 and 8 count for neither.',
        csat: 'Mean of the answers, 1 very dissatisfied to 5 very satisfied.',
        ces: 'Mean of the answers, 1 very hard to 7 very easy.',
      },
      few: 'Fewer than 30 answers: it may change much.',
      margin: (value: string) => `give or take ${value}`,
      steps: 'How many chose each step',
      step: 'Step',
    },
    whatIf: 'Had it been shared out otherwise',
    whatIfMeaning:
      'What the same people would have brought, told from the chance with which each of them was drawn: nobody has to see anything for it. With the interval in which the truth lies in 95 of 100 such questions.',
    whatIfShare: (share: string) => `${share} of all`,
    whatIfAsk: 'Work it out',
    whatIfWas: 'As it was',
    whatIfWould: 'As asked',
    whatIfUnknown: 'Not known',
    whatIfNever: (arms: string) => `Nobody was drawn into ${arms}, so nobody knows what that brings.`,
    whatIfFew: (worth: number, needed: number) =>
      `What was drawn agrees too little with what you ask: it tells as much as ${people(worth)}, and takes ${needed}.`,
    whatIfWorth: (worth: number) => `It tells as much as ${people(worth)} who had been drawn as asked.`,
    demoThanks:
      'People and orders are those of the real books; everyone was drawn as in any shop. The effect was put in: of those who saw that their next delivery is free, and came back only after 30 days, every fourth has that order put forward into them.',
    demoWording:
      'People and orders are those of the real books; everyone was drawn as in any shop. No effect was put in: the two wordings truly bring the same.',
  },
};
