import type { staff as english } from '../en/staff.ts';

export const staff: typeof english = {
  setUp: {
    title: 'Вітаємо у Vitrina',
    lead: 'Створіть обліковий запис власника. Це пів хвилини.',
    link: 'Одноразове посилання',
    linkHint: 'Воно є в терміналі, де запущено Vitrina.',
    name: 'Ваше ім’я',
    email: 'Електронна пошта',
    password: 'Пароль',
    passwordHint: 'Щонайменше 10 символів. Добре підходять кілька слів поспіль.',
    refused: {
      name: 'Введіть ім’я, до 100 символів',
      email: 'Це не адреса електронної пошти',
      password: 'Потрібно від 10 до 200 символів',
    },
    submit: 'Створити запис',
  },

  signIn: {
    title: 'Вхід',
    lead: 'До панелі вашого магазину.',
    expired: 'Сеанс завершився. Увійдіть і повернетеся туди, де були.',
    byLink: 'Відкриваємо панель',
    email: 'Електронна пошта',
    password: 'Пароль',
    submit: 'Увійти',
    forgotten:
      'Забули пароль? Запустіть Vitrina командою «vitrina serve --link»: термінал надрукує посилання для входу.',
  },
};
