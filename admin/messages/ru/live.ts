import { pluralIn } from '../../language/plural.ts';
import type { live as english } from '../en/live.ts';
import { minutes, people } from './counts.ts';

const plural = pluralIn('ru');
const events = plural({ one: '# событие', few: '# события', many: '# событий', other: '# события' });
const carts = plural({ one: '# корзина', few: '# корзины', many: '# корзин', other: '# корзины' });
const more = plural({ one: 'и ещё #', few: 'и ещё #', many: 'и ещё #', other: 'и ещё #' });

export const live: typeof english = {
  live: {
    title: 'Сейчас',
    connected: 'В эфире',
    reconnecting: 'Связь потеряна, соединяемся снова …',
    people: 'Сейчас в магазине',
    peopleMeaning: 'Посетители, от которых было событие за последние пять минут.',
    events: 'События за 30 минут',
    eventsMeaning: 'Всё, о чём сообщили страницы магазина за последние 30 минут: просмотры, корзины, заказы и прочее.',
    carts: 'Открытые корзины',
    cartsMeaning: 'Посетители, которые сейчас в магазине и у которых что-то лежит в корзине.',
    cartValue: 'Сумма в корзинах',
    cartValueMeaning: 'Цена, умноженная на количество, по всем этим корзинам, без доставки и налогов.',
    lastHalfHour: 'Последние 30 минут',
    halfHourLabel: (count) => `${events(count)} за последние 30 минут, столбик на каждую минуту`,
    minute: (ago, count) => `${ago === 0 ? 'Эта минута' : `${minutes(ago)} назад`}: ${events(count)}`,
    summary: (here, inProgress) => `В магазине ${people(here)}, открыто: ${carts(inProgress)}`,
    feed: 'Что происходит',
    paused: 'Приостановлено, пока вы смотрите',
    peopleNow: 'Кто здесь',
    inCart: plural({
      one: '# единица в корзине',
      few: '# единицы в корзине',
      many: '# единиц в корзине',
      other: '# единицы в корзине',
    }),
    morePeople: more,
    nobody: 'Сейчас никого.',
    neverTitle: 'Подключите свой магазин',
    neverText:
      'Как только тег Vitrina появится на страницах, вы увидите здесь, кто смотрит, на что именно и что лежит в корзинах.',
    neverAction: 'Получить тег',
    quietTitle: 'Сейчас тихо',
    quietText: 'За последние пять минут в магазине никого не было. Следующий визит появится здесь сам.',
    quietAction: 'Посмотреть прежних посетителей',
  },

  events: {
    page_view: 'Просмотр страницы',
    view_item_list: 'Просмотр списка товаров',
    select_item: 'Выбор товара из списка',
    view_item: 'Просмотр товара',
    search: 'Поиск',
    add_to_wishlist: 'Добавлено в желания',
    remove_from_wishlist: 'Убрано из желаний',
    add_to_cart: 'Добавлено в корзину',
    remove_from_cart: 'Убрано из корзины',
    view_cart: 'Просмотр корзины',
    begin_checkout: 'Начало оформления',
    add_shipping_info: 'Выбор доставки',
    add_payment_info: 'Выбор оплаты',
    purchase: 'Заказ',
    refund: 'Возврат денег',
    complaint: 'Жалоба',
    sign_up: 'Регистрация',
    login: 'Вход',
    logout: 'Выход',
    answer: 'Ответ на вопрос',
    consent: 'Изменение согласия',
    decision: 'Vitrina выбрала, что показать',
    slot_view: 'Виджет увиден',
    slot_click: 'Клик в виджете',
    slot_dismiss: 'Виджет закрыт',
    gift: 'Покупает для другого человека',
    slot_late: 'Виджет опоздал и не был показан',
    handover: 'Перешёл с другого домена магазина',
    order_status: 'Состояние заказа',
    identity_merge: 'Присоединено сотрудником',
    identity_unmerge: 'Отсоединено сотрудником',
    segment_enter: 'Вход в сегмент',
    segment_leave: 'Выход из сегмента',
    told: 'Рассказал источник',
    edited: 'Исправлено сотрудником',
  },
};
