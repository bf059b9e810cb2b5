import { pluralIn } from '../../language/plural.ts';
import type { nextAction as english } from '../en/next-action.ts';
import { orders } from './counts.ts';

const plural = pluralIn('ru');
const days = plural({ one: '# день', few: '# дня', many: '# дней', other: '# дня' });
const hours = plural({ one: '# час', few: '# часа', many: '# часов', other: '# часа' });
const pieces = plural({ one: '# штука', few: '# штуки', many: '# штук', other: '# штуки' });
const times = plural({ one: '# раз', few: '# раза', many: '# раз', other: '# раза' });

export const nextAction: typeof english = {
  nextAction: {
    title: 'Что сделать дальше',
    meaning:
      'Первое, что подходит, в таком порядке: жалоба без ответа, потерянная посылка, оставленная корзина, товар, который снова нужен, уходящий клиент, новый клиент, один из лучших, вопрос. Согласие никогда не обходится.',
    actions: {
      'answer-complaint': 'Ответить на жалобу',
      'find-parcel': 'Найти посылку',
      'remind-cart': 'Напомнить о корзине',
      'offer-again': 'Предложить снова',
      'win-back': 'Вернуть клиента',
      welcome: 'Поприветствовать нового клиента',
      thank: 'Поблагодарить',
      ask: 'Задать вопрос',
      leave: 'Не беспокоить',
    },
    ways: {
      letter: 'Письмом: реклама разрешена.',
      page: 'Только на страницах магазина: письма не разрешены.',
      service: 'Как обслуживание. Пока ничего не продавайте.',
      'ask-first': 'Сначала попросите согласия: человек ещё не сказал, что разрешает.',
    },
    product: (name) => `Товар: ${name}`,
    order: (id) => `Заказ ${id}`,
    question: (key) => `Вопрос: ${key}`,
    why: 'Почему',
    complaint: (count) => `Жалоба без ответа уже ${days(count)}.`,
    parcel: (count) => `Отправлено ${days(count)} назад; никто не сказал, что доставлено.`,
    cart: (count, ago) => `${pieces(count)} в корзине, не трогали ${hours(ago)}.`,
    bought: (count) => `Куплено: ${times(count)}.`,
    dueIn: (count) => `Снова нужно через ${days(count)}.`,
    dueSince: (count) => `Снова нужно уже ${days(count)}.`,
    dueNow: 'Снова нужно сейчас.',
    silence: (count) => `Последний заказ был ${days(count)} назад.`,
    overdue: (count) => `Следующий опаздывает на ${days(count)}.`,
    orders: (count) => `Пока ${orders(count)}.`,
    returns: (chance, count) => `Вероятность заказа за ${days(count)}: ${chance}.`,
    group: (name) => `Группа: ${name}.`,
    refused: 'Отказ от учёта.',
    noConsent: 'Не разрешены ни письма, ни личные страницы.',
    here: 'Сейчас в магазине и этого ещё не говорили.',
    nothing: 'Ничто этого не требует.',
    mostProfit: (amount) => `Принесёт самое большее ${amount} прибыли`,
    mostRevenue: (amount) => `Принесёт самое большее ${amount} дохода; себестоимость неизвестна`,
    expectedProfit: (amount) => `На кону: ${amount} ожидаемой прибыли`,
    expectedRevenue: (amount) => `На кону: ${amount} ожидаемого дохода; себестоимость неизвестна`,
  },
};
