import { pluralIn } from '../../language/plural.ts';

const plural = pluralIn('en');
export const events = plural({ one: '# event', other: '# events' });
export const orders = plural({ one: '# order', other: '# orders' });
export const visits = plural({ one: '# visit', other: '# visits' });
export const products = plural({ one: '# product', other: '# products' });
export const people = plural({ one: '# person', other: '# people' });
