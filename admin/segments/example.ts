import type { Rule } from '../../server/segments/rule.ts';

/** What a newcomer begins with, working as it is. */
export const example: Rule = {
  all: [{ field: 'cart_pieces', is: '>=', value: 1 }, { not: { did: 'purchase', is: '>=', times: 1, within: 30 } }],
};
