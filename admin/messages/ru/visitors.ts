import { pluralIn } from '../../language/plural.ts';
import type { visitors as english } from '../en/visitors.ts';

const plural = pluralIn('ru');

export const visitors: typeof english = {
  visitors: {
    title: 'Посетители',
    lead: 'Все, кто был в магазине; сначала самые недавние.',
    search: 'Поиск посетителей',
    searchHint: 'Имя, e-mail, телефон, заказ или номер',
    found: plural({ one: '# посетитель', few: '# посетителя', many: '# посетителей', other: '# посетителя' }),
    foundMore: plural({
      one: 'Более # посетителя; уточните запрос',
      few: 'Более # посетителей; уточните запрос',
      many: 'Более # посетителей; уточните запрос',
      other: 'Более # посетителя; уточните запрос',
    }),
    pickStart: 'Выбрать примеры',
    pick: (who: string) => `Выбрать: ${who}`,
    picked: plural({ one: 'Выбрано: #', few: 'Выбрано: #', many: 'Выбрано: #', other: 'Выбрано: #' }),
    pickHint: 'Выберите от пяти до пятидесяти человек; между тем можно искать.',
    pickedAction: 'Найти, что у них общего',
    pickEnd: 'Закончить выбор',
    who: 'Посетитель',
    customer: 'Клиент',
    customerMeaning: 'Номер, под которым этого человека знает сам магазин.',
    lastSeen: 'Последний раз',
    firstSeen: 'Первый раз',
    views: 'Просмотры',
    viewsMeaning: 'Страницы, просмотренные с первого визита.',
    orders: 'Заказы',
    ordersMeaning: 'Оформленные заказы; полностью возвращённый тоже считается.',
    net: 'Чистая выручка',
    netMeaning: 'Сумма всех заказов за вычетом возвратов, без доставки и налогов.',
    noneFoundTitle: (q) => `По запросу «${q}» никого не найдено`,
    noneFoundText: 'Попробуйте начало имени или адреса e-mail, телефон, номер заказа, номер клиента или конец id.',
    noneFoundAction: 'Показать всех посетителей',
    emptyTitle: 'Встретьте первого посетителя',
    emptyText: 'Посетители появятся здесь, как только тег Vitrina будет на страницах магазина.',
  },
};
