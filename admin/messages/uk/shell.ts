import { pluralIn } from '../../language/plural.ts';
import type { shell as english } from '../en/shell.ts';
import { minutes } from './counts.ts';

const plural = pluralIn('uk');
const seconds = plural({ one: '# секунду', few: '# секунди', many: '# секунд', other: '# секунди' });
const duration = (wait: number) => (wait < 60 ? seconds(wait) : minutes(Math.ceil(wait / 60)));

export const shell: typeof english = {
  loading: 'Завантаження',

  loadMore: 'Показати ще',

  versions: {
    version: (version: number) => `версія ${version}`,
    cameWithShop: 'Було від початку',
    takeUp: 'Узяти у форму',
  },

  justNow: 'щойно',

  times: (zone) => `Час указано за поясом магазину, ${zone}.`,

  unknownVisitor: (id) => `Відвідувач …${id}`,

  devices: { desktop: 'Комп’ютер', phone: 'Телефон', tablet: 'Планшет' },

  file: { choose: 'Вибрати файл', drop: 'або перетягніть його сюди' },

  copy: {
    copy: 'Копіювати',
    copied: 'Скопійовано',
    blocked: 'Браузер не дозволив: виділіть текст і скопіюйте його самі',
  },

  problem: {
    code: 'Код:',
    retry: 'Спробувати ще раз',
    refused: 'Запит відхилено',
    offline: {
      what: 'Сервер не відповідає',
      todo: 'Перевірте, чи працює Vitrina і чи є з’єднання, та спробуйте ще раз.',
    },
    linkInvalid: {
      what: 'Це посилання вже не діє',
      todo: 'Посилання відкривається один раз і лише певний час. Нове можна отримати в терміналі.',
    },
    wrongCredentials: { what: 'Неправильна пошта або пароль', todo: 'Перевірте їх і спробуйте ще раз.' },
    tooManyAttempts: {
      what: 'Забагато спроб',
      todo: (wait) => `Задля безпеки вхід призупинено на ${duration(wait)}.`,
    },
    notFound: { what: 'Не знайдено', todo: 'Можливо, запис видалено або адреса неповна.' },
    forbidden: { what: 'Немає доступу', todo: 'Ваша роль цього не дозволяє. Зверніться до власника магазину.' },
    server: {
      what: 'Помилка на сервері',
      todo: 'Це не через вас. Спробуйте ще раз; якщо не зникне, повідомте код нижче.',
    },
    unexpected: {
      what: 'Помилка в панелі',
      todo: 'Перезавантажте сторінку; якщо не зникне, повідомте код нижче.',
    },
  },

  entrance: { unreachable: 'Vitrina недоступна' },

  shell: {
    skip: 'Перейти до сторінки',
    navigation: 'Головне меню',
    menuOf: (name) => `Меню: ${name}`,
    language: 'Мова',
    theme: 'Вигляд',
    themes: { system: 'Як у системі', light: 'Світлий', dark: 'Темний' },
    roles: { owner: 'Власник' },
    shortcuts: 'Клавіші швидкого доступу',
    close: 'Закрити',
    signOut: 'Вийти',
  },

  rooms: {
    live: 'Зараз',
    visitors: 'Відвідувачі',
    customers: 'Клієнти',
    profit: 'Прибутковість',
    loop: 'Цикл',
    segments: 'Сегменти',
    campaigns: 'Кампанії',
    recommendations: 'Рекомендації',
    questions: 'Запитання',
    data: 'Дані',
    install: 'Підключення',
    catalog: 'Каталог',
    keys: 'Ключі',
    settings: 'Налаштування',
  },

  noSuchPage: {
    title: 'Немає такої сторінки',
    headline: 'За цією адресою нічого немає',
    text: 'Можливо, посилання застаріле або неповне.',
    back: 'Перейти до «Зараз»',
  },

  badges: {
    demo: 'ДЕМО',
    demoMeaning: 'Цей магазин і його історію створено, щоб показати Vitrina',
    simulated: 'Демо',
    simulatedMeaning: 'Створено демонстраційним трафіком, а не людиною',
    known: 'Відомий клієнт',
    knownMeaning: 'Магазин сам повідомив, хто це',
    unknown: 'Анонімний',
    unknownMeaning: 'Магазин не повідомляв, хто це',
    mayPersonalise: 'Персоналізацію дозволено',
    mayPersonaliseMeaning: 'Відвідувач погодився, щоб профіль визначав, що йому показувати',
    statisticsOnly: 'Лише статистика',
    statisticsOnlyMeaning: 'Відвідувач погодився на статистику, але не на персоналізацію',
    unknownConsent: 'Згода невідома',
    unknownConsentMeaning: 'Ніхто не сказав, що дозволяє цей відвідувач; на пристрої нічого не зберігається',
    refused: 'У згоді відмовлено',
    refusedMeaning: 'Відвідувач відмовив: на пристрої нічого не зберігається, і цей профіль більше ні на що не впливає',
  },
};
