import { pluralIn } from '../../language/plural.ts';

const plural = pluralIn('uk');
export const orders = plural({ one: '# замовлення', few: '# замовлення', many: '# замовлень', other: '# замовлення' });
export const products = plural({ one: '# товар', few: '# товари', many: '# товарів', other: '# товару' });
export const people = plural({ one: '# людина', few: '# людини', many: '# людей', other: '# людини' });
export const minutes = plural({ one: '# хвилину', few: '# хвилини', many: '# хвилин', other: '# хвилини' });
