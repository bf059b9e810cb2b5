import { pluralIn } from '../../language/plural.ts';

const plural = pluralIn('en');

export const visitors = {
  visitors: {
    title: 'Visitors',
    lead: 'Everyone who has been on the shop, most recent first.',
    search: 'Search visitors',
    searchHint: 'Name, e-mail, telephone, order or number',
    found: plural({ one: '# visitor', other: '# visitors' }),
    foundMore: plural({ one: 'More than # visitor', other: 'More than # visitors; type more to narrow it down' }),
    pickStart: 'Pick examples',
    pick: (who: string) => `Pick ${who}`,
    picked: plural({ one: '# picked', other: '# picked' }),
    pickHint: 'Pick five to fifty people; you can search in between.',
    pickedAction: 'Find what they have in common',
    pickEnd: 'Stop picking',
    who: 'Visitor',
    customer: 'Customer',
    customerMeaning: 'The number under which the shop itself knows this person.',
    lastSeen: 'Last seen',
    firstSeen: 'First seen',
    views: 'Views',
    viewsMeaning: 'Pages seen since the first visit.',
    orders: 'Orders',
    ordersMeaning: 'Orders placed; an order that was refunded in full still counts.',
    net: 'Net revenue',
    netMeaning: 'Value of all orders after refunds, without shipping and tax.',
    noneFoundTitle: (q: string) => `Nobody found for “${q}”`,
    noneFoundText:
      'Try the beginning of a name or e-mail address, a telephone, an order number, a customer number, or the end of an id.',
    noneFoundAction: 'Show all visitors',
    emptyTitle: 'Meet your first visitor',
    emptyText: 'Visitors appear here as soon as Vitrina’s tag is on the shop’s pages.',
  },
};
