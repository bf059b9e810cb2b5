import { pluralIn } from '../../language/plural.ts';

const plural = pluralIn('ru');
export const orders = plural({ one: '# заказ', few: '# заказа', many: '# заказов', other: '# заказа' });
export const products = plural({ one: '# товар', few: '# товара', many: '# товаров', other: '# товара' });
export const people = plural({ one: '# человек', few: '# человека', many: '# человек', other: '# человека' });
export const minutes = plural({ one: '# минуту', few: '# минуты', many: '# минут', other: '# минуты' });
