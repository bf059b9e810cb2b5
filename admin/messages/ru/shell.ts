import { pluralIn } from '../../language/plural.ts';
import type { shell as english } from '../en/shell.ts';
import { minutes } from './counts.ts';

const plural = pluralIn('ru');
const seconds = plural({ one: '# секунду', few: '# секунды', many: '# секунд', other: '# секунды' });
const duration = (wait: number) => (wait < 60 ? seconds(wait) : minutes(Math.ceil(wait / 60)));

export const shell: typeof english = {
  loading: 'Загрузка',

  loadMore: 'Показать ещё',

  versions: {
    version: (version: number) => `версия ${version}`,
    cameWithShop: 'Было с самого начала',
    takeUp: 'Взять в форму',
  },

  justNow: 'только что',

  times: (zone) => `Время указано по поясу магазина, ${zone}.`,

  unknownVisitor: (id) => `Посетитель …${id}`,

  devices: { desktop: 'Компьютер', phone: 'Телефон', tablet: 'Планшет' },

  file: { choose: 'Выбрать файл', drop: 'или перетащите его сюда' },

  copy: {
    copy: 'Копировать',
    copied: 'Скопировано',
    blocked: 'Браузер не разрешил: выделите текст и скопируйте его сами',
  },

  problem: {
    code: 'Код:',
    retry: 'Попробовать ещё раз',
    refused: 'Запрос отклонён',
    offline: {
      what: 'Сервер не отвечает',
      todo: 'Проверьте, работает ли Vitrina и есть ли соединение, и попробуйте ещё раз.',
    },
    linkInvalid: {
      what: 'Эта ссылка больше не действует',
      todo: 'Ссылка открывается один раз и только некоторое время. Новую можно получить в терминале.',
    },
    wrongCredentials: { what: 'Неверная почта или пароль', todo: 'Проверьте их и попробуйте ещё раз.' },
    tooManyAttempts: {
      what: 'Слишком много попыток',
      todo: (wait) => `Ради безопасности вход приостановлен на ${duration(wait)}.`,
    },
    notFound: { what: 'Не найдено', todo: 'Возможно, запись удалена или адрес неполный.' },
    forbidden: { what: 'Нет доступа', todo: 'Ваша роль этого не позволяет. Обратитесь к владельцу магазина.' },
    server: {
      what: 'Ошибка на сервере',
      todo: 'Это не из-за вас. Попробуйте ещё раз; если не исчезнет, сообщите код ниже.',
    },
    unexpected: {
      what: 'Ошибка в панели',
      todo: 'Перезагрузите страницу; если не исчезнет, сообщите код ниже.',
    },
  },

  entrance: { unreachable: 'Vitrina недоступна' },

  shell: {
    skip: 'Перейти к странице',
    navigation: 'Главное меню',
    menuOf: (name) => `Меню: ${name}`,
    language: 'Язык',
    theme: 'Вид',
    themes: { system: 'Как в системе', light: 'Светлый', dark: 'Тёмный' },
    roles: { owner: 'Владелец' },
    shortcuts: 'Горячие клавиши',
    close: 'Закрыть',
    signOut: 'Выйти',
  },

  rooms: {
    live: 'Сейчас',
    visitors: 'Посетители',
    customers: 'Клиенты',
    profit: 'Прибыльность',
    loop: 'Цикл',
    segments: 'Сегменты',
    campaigns: 'Кампании',
    recommendations: 'Рекомендации',
    questions: 'Вопросы',
    data: 'Данные',
    install: 'Подключение',
    catalog: 'Каталог',
    keys: 'Ключи',
    settings: 'Настройки',
  },

  noSuchPage: {
    title: 'Нет такой страницы',
    headline: 'По этому адресу ничего нет',
    text: 'Возможно, ссылка устарела или неполная.',
    back: 'Перейти к «Сейчас»',
  },

  badges: {
    demo: 'ДЕМО',
    demoMeaning: 'Этот магазин и его история созданы, чтобы показать Vitrina',
    simulated: 'Демо',
    simulatedMeaning: 'Создано демонстрационным трафиком, а не человеком',
    known: 'Известный клиент',
    knownMeaning: 'Магазин сам сообщил, кто это',
    unknown: 'Анонимный',
    unknownMeaning: 'Магазин не сообщал, кто это',
    mayPersonalise: 'Персонализация разрешена',
    mayPersonaliseMeaning: 'Посетитель согласился, чтобы профиль определял, что ему показывать',
    statisticsOnly: 'Только статистика',
    statisticsOnlyMeaning: 'Посетитель согласился на статистику, но не на персонализацию',
    unknownConsent: 'Согласие неизвестно',
    unknownConsentMeaning: 'Никто не сказал, что разрешает этот посетитель; на устройстве ничего не хранится',
    refused: 'В согласии отказано',
    refusedMeaning: 'Посетитель отказал: на устройстве ничего не хранится, и этот профиль больше ни на что не влияет',
  },
};
