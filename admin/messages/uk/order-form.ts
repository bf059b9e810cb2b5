import type { PrefillField } from '../../../widgets/prefill/definition.ts';

export const orderForm = {
  orderForm: {
    title: 'Форма замовлення',
    meaning:
      'Відвідувачі заповнюють вашу форму замовлення одним дотиком: тим, що раніше вводили на цьому пристрої (зашифровано, нікуди не надсилається), або тим, що ви про них знаєте, коли магазин підписує, хто вони. Спершу все видно лише як підказку: j•••@e•••.com.',
    fills: 'Допомога з формою замовлення',
    on: 'Увімкнено',
    off: 'Вимкнено',
    shorter: 'Коротша форма',
    shorterHint: 'Поля, заповнені за підписом магазину, зникають з очей; кнопка їх повертає.',
    shorterOn: 'Ховати заповнені поля',
    shorterOff: 'Показувати все',
    keep: 'Зберегти',
    place:
      'Вставте це у форму першим елементом. Токен той самий, який ваш сервер підписує для входу, з власним jti; без нього є підказки й те, що зберігає пристрій.',
    found: 'Знайдено у вашій формі',
    foundAt: (path: string) => `Сторінка відвідувача: ${path}`,
    foundNone: 'Сторінку з цим місцем ще ніхто не відкривав.',
    foundNothing:
      'Місце на сторінці є, але форми хоча б із двома полями, які можна заповнити, не знайдено. Дайте полям слова autocomplete з HTML.',
    others: (names: string) => `Не заповнюються: ${names}`,
    changed: (who: string, when: string) => `Змінено: ${who}, ${when}`,
    fields: {
      name: 'Ім’я',
      'given-name': 'Власне ім’я',
      'family-name': 'Прізвище',
      email: 'Ел. пошта',
      tel: 'Телефон',
      organization: 'Компанія',
      'street-address': 'Вулиця',
      'address-line1': 'Адреса, рядок 1',
      'address-line2': 'Адреса, рядок 2',
      'address-level2': 'Місто',
      'address-level1': 'Область',
      'postal-code': 'Індекс',
      country: 'Країна',
    } satisfies Record<PrefillField, string>,
  },
};
