import { pluralIn } from '../../language/plural.ts';
import type { nextAction as english } from '../en/next-action.ts';
import { orders } from './counts.ts';

const plural = pluralIn('uk');
const days = plural({ one: '# день', few: '# дні', many: '# днів', other: '# дня' });
const hours = plural({ one: '# годину', few: '# години', many: '# годин', other: '# години' });
const pieces = plural({ one: '# штука', few: '# штуки', many: '# штук', other: '# штуки' });
const times = plural({ one: '# раз', few: '# рази', many: '# разів', other: '# раза' });

export const nextAction: typeof english = {
  nextAction: {
    title: 'Що зробити далі',
    meaning:
      'Перше, що справджується, у такому порядку: скарга без відповіді, загублена посилка, залишений кошик, товар, який знову потрібен, клієнт, що йде, новий клієнт, один із найкращих, запитання. Згоду ніколи не обходимо.',
    actions: {
      'answer-complaint': 'Відповісти на скаргу',
      'find-parcel': 'Знайти посилку',
      'remind-cart': 'Нагадати про кошик',
      'offer-again': 'Запропонувати знову',
      'win-back': 'Повернути клієнта',
      welcome: 'Привітати нового клієнта',
      thank: 'Подякувати',
      ask: 'Поставити запитання',
      leave: 'Не турбувати',
    },
    ways: {
      letter: 'Листом: рекламу дозволено.',
      page: 'Лише на сторінках магазину: листів не дозволено.',
      service: 'Як обслуговування. Тим часом нічого не продавайте.',
      'ask-first': 'Спершу попросіть згоди: людина ще не сказала, що дозволяє.',
    },
    product: (name) => `Товар: ${name}`,
    order: (id) => `Замовлення ${id}`,
    question: (key) => `Запитання: ${key}`,
    why: 'Чому',
    complaint: (count) => `Скарга без відповіді вже ${days(count)}.`,
    parcel: (count) => `Надіслано ${days(count)} тому; ніхто не сказав, що доставлено.`,
    cart: (count, ago) => `${pieces(count)} у кошику, не чіпали ${hours(ago)}.`,
    bought: (count) => `Куплено: ${times(count)}.`,
    dueIn: (count) => `Знову потрібно за ${days(count)}.`,
    dueSince: (count) => `Знову потрібно вже ${days(count)}.`,
    dueNow: 'Знову потрібно зараз.',
    silence: (count) => `Останнє замовлення було ${days(count)} тому.`,
    overdue: (count) => `Наступне запізнюється на ${days(count)}.`,
    orders: (count) => `Поки що ${orders(count)}.`,
    returns: (chance, count) => `Шанс замовлення за ${days(count)}: ${chance}.`,
    group: (name) => `Група: ${name}.`,
    refused: 'Відмова від обліку.',
    noConsent: 'Не дозволено ні листів, ні особистих сторінок.',
    here: 'Зараз у магазині й цього ще не казали.',
    nothing: 'Ніщо цього не вимагає.',
    mostProfit: (amount) => `Дасть щонайбільше ${amount} прибутку`,
    mostRevenue: (amount) => `Дасть щонайбільше ${amount} доходу; собівартість невідома`,
    expectedProfit: (amount) => `На кону: ${amount} очікуваного прибутку`,
    expectedRevenue: (amount) => `На кону: ${amount} очікуваного доходу; собівартість невідома`,
  },
};
