import type { Instead } from '../../../server/log/receipt.ts';
import { pluralIn } from '../../language/plural.ts';

const plural = pluralIn('en');
const orders = plural({ one: '# order', other: '# orders' });
const visitors = plural({ one: '# more visitor', other: '# more visitors' });
const days = plural({ one: '# more day', other: '# more days' });
const products = plural({ one: '# product', other: '# products' });

export const earnings = {
  earnings: {
    title: 'What shelves earn',
    lead: 'What was opened on each shelf and bought afterwards, and how much of it would be missing without the shelf.',
    toRecipes: 'Recipes',
    toResults: 'What they earn',
    period: 'Period',
    periods: { '7': '7 days', '30': '30 days', '90': '90 days', '365': '12 months', own: 'Own days' },
    from: 'From',
    to: 'To',
    slot: 'Place',
    recipe: 'Recipe',
    all: 'All',
    views: 'Seen',
    viewsMeaning: 'How often at least half of a shelf was on the screen for a second.',
    clicks: 'Opened',
    clicksMeaning: 'How often a product was opened on a shelf; beneath it, per hundred times that the shelf was seen.',
    carts: 'Into the cart',
    cartsMeaning: 'Products put into a cart by someone who had opened them on a shelf within the 7 days before.',
    orders: 'Orders',
    ordersMeaning:
      'Orders with a product that the same person, on any device, had opened on a shelf within the 7 days before. Cancelled ones do not count.',
    net: 'Revenue after opening',
    netMeaning:
      'What was paid for these very products and not given back, without tax and delivery. Each line of an order counts once, for the last shelf on which the product was opened.',
    filled: 'Shown',
    filledMeaning:
      'How often the shelf had something on it; where it stood far down the page, nobody may have seen it.',
    rate: (share: string, before: string) => `${share} of those seen; before: ${before}`,
    against: (change: string, before: string) => `${change} against ${before} before`,
    noneBefore: 'None in the time before',
    counting: (share: string) => `${share} of the shop’s history is counted so far; the numbers still grow.`,
    attributedOnly:
      'These numbers say what followed an opening. Some of it would have been bought anyway: how much, only the comparison below can tell.',
    unrated: (count: number, currency: string) =>
      `${orders(count)} in ${currency} are in no sum: no exchange rate of their days is known. Send rates to /v1/rates.`,

    brings: 'What would be missing without the shelves',
    bringsMeaning:
      'Chance keeps a shelf away from a few visitors. What the others spend more than these is what the shelf brings, whoever opened what. However often you look, the interval holds the true value in 95 of 100 such comparisons.',
    notCompared:
      'Nobody goes without a shelf, so it cannot be told what shelves bring beyond what would be bought anyway.',
    costOfComparing: (share: string, amount: string) =>
      `If ${share} of the visitors saw no shelf, that would cost at most about ${amount} in a period like this one: that share of the revenue after opening.`,
    compare: 'Choose a comparison group',
    comparedBefore: 'Nobody goes without a shelf any more; this is of the days on which some did.',
    nobodyDrawn: (share: string) =>
      `${share} of the visitors go without a shelf, but in this period nobody has come for whom that was drawn.`,
    groupsOf: (place: string) => `The two groups: ${place}`,
    group: 'Group',
    withShelf: 'With the shelf',
    withoutShelf: { own: 'Without it: own content', popular: 'Without it: what is popular' } satisfies Record<
      Instead,
      string
    >,
    comparedWith: {
      own: (place: string) => `${place}, against the shop’s own content`,
      popular: (place: string) => `${place}, against what is popular`,
    } satisfies Record<Instead, (place: string) => string>,
    people: 'People',
    peopleMeaning: 'Everyone for whom the shelf was due, seen or not, all devices of a person together.',
    buyers: 'Bought',
    buyersMeaning:
      'Who ordered something, whatever it was, after the shelf was due for the first time; beneath it, of a hundred.',
    perVisitor: 'Revenue per person',
    perVisitorMeaning: 'All that they bought afterwards, less what came back, of the group on average.',
    comparedSince: (share: string, day: string) =>
      `${share} go without it; counted since ${day}, from when on that share holds.`,
    limit: (amount: string) =>
      `Nobody counts for more than ${amount}: 99 of 100 buyers spent less, and a single large order would otherwise decide.`,
    tooFew: 'Too early to tell',
    missing: (people: number, time: number) =>
      `About ${visitors(people)} are needed, at the pace so far ${days(time)}: each group takes at least 100 people and 25 who buy.`,
    missingUnknown: 'Each group takes at least 100 people and 25 who buy; in one of them nobody has bought yet.',
    sure: 'Earns',
    sureLoss: 'Costs',
    undecided: 'Not decided',
    earns: (amount: string) => `In this period the shelf brought about ${amount} that would be missing without it.`,
    loses: (amount: string) => `In this period about ${amount} less was bought with the shelf than without it.`,
    unsure: 'With and without the shelf about the same is bought; a difference cannot be told from chance yet.',
    tenthNeeds: (people: number) => `A difference of a tenth would show with about ${visitors(people)}.`,
    uneven: 'The groups are uneven',
    unevenMeaning:
      'One of them is larger than chance explains: somebody is counted in one group alone, so do not trust the comparison.',
    between: (low: string, high: string) => `Between ${low} and ${high}.`,
    perOne: (mean: string, low: string, high: string) => `Per person: ${mean} (${low} to ${high}).`,
    conversion: (mean: string, low: string, high: string) => `Buyers per 100 people: ${mean} (${low} to ${high}).`,

    which: 'Which shelf earns what?',
    by: 'By',
    groups: { recipe: 'Recipe', slot: 'Place', version: 'Place and version' },
    products: 'Which products?',
    product: 'Product',
    productCount: products,
    sorts: { net: 'Revenue', clicks: 'Opened', shown: 'Shown' },
    shown: 'On shelves',
    shownMeaning: 'How often it stood on a shelf.',
    whoOpened: (product: string) => `Who opened “${product}”?`,
    allProducts: 'All products',
    nobodyOpened: 'Nobody has opened it on these shelves in these days.',
    who: 'Who',
    uncounted: 'Someone without a profile',
    when: 'When',
    where: 'On which shelf',
    why: 'Why it stood there',
    place: (place: number) => `Place ${place} of the shelf`,
    after: 'And then',
    bought: (amount: string) => `Bought: ${amount}`,
    inCart: 'Put into the cart',
    onlyOpened: 'Only opened',

    coverage: 'How much of the range shelves show',
    nothingOffered: 'No product is in stock.',
    covered: (shown: string, offered: string, share: string) =>
      `${shown} of ${offered} products in stock stood on a shelf: ${share}.`,
    coldCounts: {
      unshown: (count: number) => `${products(count)} on no shelf`,
      unseen: (count: number) => `${products(count)} that nobody looked at`,
      unsold: (count: number) => `${products(count)} that nobody bought`,
    },
    cold: 'Products that find nobody',
    coldBy: 'In these days',
    kinds: { unshown: 'On no shelf', unseen: 'Not looked at', unsold: 'Not bought' },
    noCold: 'There is none.',
    offeredSince: 'Offered since',
    looks: 'Looked at',
    looksMeaning: 'Views of its page, whatever led there.',
    pieces: 'Bought',
    piecesMeaning: 'Pieces ordered and not returned, whatever led to it.',
    carried: 'Similar products',
    carriedMeaning:
      'How many of the products most alike by name, brand, category and price lead back to it: beside them a shelf can show it, though nobody has done anything yet.',
    carriedBy: plural({ one: '# leads to it', other: '# lead to it' }),
    carriedByNone: 'None leads to it',
    emptyTitle: 'No shelf was shown in these days',
    emptyText:
      'Choose other days, or put a shelf into the shop’s pages: what it earns stands here from its first view on.',
    emptyAction: 'See how shelves get there',
  },
};
