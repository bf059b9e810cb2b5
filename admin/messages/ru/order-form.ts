import type { PrefillField } from '../../../widgets/prefill/definition.ts';

export const orderForm = {
  orderForm: {
    title: 'Форма заказа',
    meaning:
      'Посетители заполняют вашу форму заказа одним касанием: тем, что раньше вводили на этом устройстве (зашифровано и никуда не отправляется), или тем, что вы о них знаете, когда магазин подписывает, кто они. Сначала всё видно только как подсказка: j•••@e•••.com.',
    fills: 'Помощь с формой заказа',
    on: 'Включено',
    off: 'Выключено',
    shorter: 'Форма короче',
    shorterHint: 'Поля, заполненные по подписи магазина, убираются с глаз; кнопка их возвращает.',
    shorterOn: 'Прятать заполненные поля',
    shorterOff: 'Показывать всё',
    keep: 'Сохранить',
    place:
      'Вставьте это в форму первым элементом. Токен тот же, что ваш сервер подписывает при входе, со своим jti; без него есть подсказки и то, что хранит устройство.',
    found: 'Найдено в вашей форме',
    foundAt: (path: string) => `Страница посетителя: ${path}`,
    foundNone: 'Страницу с этим местом ещё никто не открывал.',
    foundNothing:
      'Место на странице есть, но формы хотя бы с двумя заполняемыми полями не найдено. Дайте полям слова autocomplete из HTML.',
    others: (names: string) => `Не заполняются: ${names}`,
    changed: (who: string, when: string) => `Изменено: ${who}, ${when}`,
    fields: {
      name: 'Имя полностью',
      'given-name': 'Имя',
      'family-name': 'Фамилия',
      email: 'Эл. почта',
      tel: 'Телефон',
      organization: 'Компания',
      'street-address': 'Улица',
      'address-line1': 'Адрес, строка 1',
      'address-line2': 'Адрес, строка 2',
      'address-level2': 'Город',
      'address-level1': 'Область',
      'postal-code': 'Индекс',
      country: 'Страна',
    } satisfies Record<PrefillField, string>,
  },
};
