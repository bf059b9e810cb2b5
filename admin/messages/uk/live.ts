import { pluralIn } from '../../language/plural.ts';
import type { live as english } from '../en/live.ts';
import { minutes, people } from './counts.ts';

const plural = pluralIn('uk');
const events = plural({ one: '# подія', few: '# події', many: '# подій', other: '# події' });
const carts = plural({ one: '# кошик', few: '# кошики', many: '# кошиків', other: '# кошика' });
const more = plural({ one: 'і ще #', few: 'і ще #', many: 'і ще #', other: 'і ще #' });

export const live: typeof english = {
  live: {
    title: 'Зараз',
    connected: 'Наживо',
    reconnecting: 'Зв’язок утрачено, з’єднуємося знову …',
    people: 'Зараз у магазині',
    peopleMeaning: 'Відвідувачі, від яких була подія за останні п’ять хвилин.',
    events: 'Події за 30 хвилин',
    eventsMeaning: 'Усе, про що повідомили сторінки магазину за останні 30 хвилин: перегляди, кошики, замовлення тощо.',
    carts: 'Відкриті кошики',
    cartsMeaning: 'Відвідувачі, які зараз у магазині й мають щось у кошику.',
    cartValue: 'Вартість у кошиках',
    cartValueMeaning: 'Ціна, помножена на кількість, за всіма цими кошиками, без доставки й податків.',
    lastHalfHour: 'Останні 30 хвилин',
    halfHourLabel: (count) => `${events(count)} за останні 30 хвилин, стовпчик на кожну хвилину`,
    minute: (ago, count) => `${ago === 0 ? 'Ця хвилина' : `${minutes(ago)} тому`}: ${events(count)}`,
    summary: (here, inProgress) => `У магазині ${people(here)}, відкрито ${carts(inProgress)}`,
    feed: 'Що відбувається',
    paused: 'Призупинено, поки ви дивитеся',
    peopleNow: 'Хто тут',
    inCart: plural({
      one: '# одиниця в кошику',
      few: '# одиниці в кошику',
      many: '# одиниць у кошику',
      other: '# одиниці в кошику',
    }),
    morePeople: more,
    nobody: 'Зараз нікого.',
    neverTitle: 'Підключіть свій магазин',
    neverText:
      'Щойно тег Vitrina з’явиться на сторінках, ви побачите тут, хто дивиться, на що саме і що лежить у кошиках.',
    neverAction: 'Отримати тег',
    quietTitle: 'Зараз тихо',
    quietText: 'За останні п’ять хвилин у магазині нікого не було. Наступний візит з’явиться тут сам.',
    quietAction: 'Переглянути попередніх відвідувачів',
  },

  events: {
    page_view: 'Перегляд сторінки',
    view_item_list: 'Перегляд списку товарів',
    select_item: 'Вибір товару зі списку',
    view_item: 'Перегляд товару',
    search: 'Пошук',
    add_to_wishlist: 'Додано до бажаного',
    remove_from_wishlist: 'Вилучено з бажаного',
    add_to_cart: 'Додано до кошика',
    remove_from_cart: 'Прибрано з кошика',
    view_cart: 'Перегляд кошика',
    begin_checkout: 'Початок оформлення',
    add_shipping_info: 'Вибір доставки',
    add_payment_info: 'Вибір оплати',
    purchase: 'Замовлення',
    refund: 'Повернення коштів',
    complaint: 'Скарга',
    sign_up: 'Реєстрація',
    login: 'Вхід',
    logout: 'Вихід',
    answer: 'Відповідь на запитання',
    consent: 'Зміна згоди',
    decision: 'Vitrina вибрала, що показати',
    slot_view: 'Віджет побачено',
    slot_click: 'Клік у віджеті',
    slot_dismiss: 'Віджет закрито',
    gift: 'Купує для іншої людини',
    slot_late: 'Віджет запізнився, тож його не показано',
    handover: 'Прийшов з іншого домену магазину',
    order_status: 'Стан замовлення',
    identity_merge: 'Приєднано працівником',
    identity_unmerge: 'Від’єднано працівником',
    segment_enter: 'Вхід до сегмента',
    segment_leave: 'Вихід із сегмента',
    told: 'Розповіло джерело',
    edited: 'Виправлено працівником',
  },
};
