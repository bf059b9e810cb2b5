import { pluralIn } from '../../language/plural.ts';
import type { visitors as english } from '../en/visitors.ts';

const plural = pluralIn('uk');

export const visitors: typeof english = {
  visitors: {
    title: 'Відвідувачі',
    lead: 'Усі, хто був у магазині; спершу найновіші.',
    search: 'Пошук відвідувачів',
    searchHint: 'Ім’я, e-mail, телефон, замовлення чи номер',
    found: plural({ one: '# відвідувач', few: '# відвідувачі', many: '# відвідувачів', other: '# відвідувача' }),
    foundMore: plural({
      one: 'Понад # відвідувача; уточніть запит',
      few: 'Понад # відвідувачів; уточніть запит',
      many: 'Понад # відвідувачів; уточніть запит',
      other: 'Понад # відвідувача; уточніть запит',
    }),
    pickStart: 'Вибрати приклади',
    pick: (who: string) => `Вибрати: ${who}`,
    picked: plural({ one: 'Вибрано #', few: 'Вибрано #', many: 'Вибрано #', other: 'Вибрано #' }),
    pickHint: 'Виберіть від п’яти до п’ятдесяти людей; між тим можна шукати.',
    pickedAction: 'Знайти, що в них спільного',
    pickEnd: 'Припинити вибір',
    who: 'Відвідувач',
    customer: 'Клієнт',
    customerMeaning: 'Номер, під яким цю людину знає сам магазин.',
    lastSeen: 'Востаннє',
    firstSeen: 'Уперше',
    views: 'Перегляди',
    viewsMeaning: 'Сторінки, переглянуті від першого візиту.',
    orders: 'Замовлення',
    ordersMeaning: 'Оформлені замовлення; повністю повернене теж рахується.',
    net: 'Чистий дохід',
    netMeaning: 'Вартість усіх замовлень за вирахуванням повернень, без доставки й податків.',
    noneFoundTitle: (q) => `За запитом «${q}» нікого не знайдено`,
    noneFoundText: 'Спробуйте початок імені чи адреси e-mail, телефон, номер замовлення, номер клієнта або кінець id.',
    noneFoundAction: 'Показати всіх відвідувачів',
    emptyTitle: 'Зустріньте першого відвідувача',
    emptyText: 'Відвідувачі з’являться тут, щойно тег Vitrina буде на сторінках магазину.',
  },
};
