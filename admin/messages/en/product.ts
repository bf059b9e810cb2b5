import type { Way } from '../../../server/shelves/recommended-by.ts';

export const product = {
  product: {
    title: 'Product',
    lead: 'What recommends it and what its page recommends, as someone sees it of whom nothing is known.',
    missing: 'There is no such product',
    missingText: 'It is not in the catalogue, or not any more.',
    missingAction: 'To the catalogue',
    facts: 'What is known of it',
    inStock: 'in stock',
    outOfStock: 'out of stock',
    waitPrice: 'Wait for a lower price',
    waitStock: 'Wait for its return',
    visits: 'Visits in which it was looked at',
    orders: 'Orders in which it is',
    toShop: 'Its page in the shop',
    keptOut: 'What keeps it off shelves',
    free: 'Nothing: any shelf may show it.',
    out: 'It is out of stock: no shelf shows it until it is back.',
    outSince: (day: string) => `It is out of stock since ${day}: no shelf shows it until it is back.`,
    onlyIn: (places: string) => `It is sold only in ${places}: those known to be elsewhere do not see it.`,
    notIn: (places: string) => `It is not sold in ${places}: those known to be there do not see it.`,
    notOf: 'These recipes never show it:',
    cold: 'Nobody has looked at it or ordered it yet: only products that are similar can lead to it.',
    unsold: 'Nobody has ordered it yet: only the same visits and similar products can lead to it.',
    recommendedBy: 'What recommends it',
    recommendedByMeaning:
      'On whose pages it is among the first 12, in each way by itself. A recipe that mixes these ways or leaves something out may show others.',
    ifInStock: 'It is out of stock; this is how it would be if it were back.',
    none: 'No product has it among its first 12.',
    place: (place: string) => `Place ${place}`,
    more: (count: string) => `${count} more`,
    asked: {
      'bought-together': (asked: string, of: string) =>
        `Asked of the products in its latest orders: ${asked} of ${of}, those most often there first.`,
      next: (asked: string, of: string) =>
        `Asked of the products in the latest visits to it: ${asked} of ${of}, those most often there first.`,
      similar: (asked: string, of: string) => `Asked of the products that are most alike: ${asked} of ${of}.`,
    } satisfies Record<Way, (asked: string, of: string) => string>,
    nobodyToAsk: {
      'bought-together': 'No other product was in an order with it.',
      next: 'No other product was looked at in a visit with it.',
      similar: 'The catalogue says nothing that it has in common with another product.',
    } satisfies Record<Way, string>,
    recommends: 'What its page recommends',
    recommendsMeaning: 'Each recipe that looks at the product of the page, as it holds now.',
    noRecipe: 'No recipe looks at the product of the page.',
    find: 'Find a product',
    findBy: 'Name or product number',
    findHint: 'Its page says what it recommends and what recommends it.',
    notFound: 'No product in the catalogue has these letters.',
  },
};
