import type { Messages } from './en.ts';

export const ru: Messages = {
  greeting: {
    named: 'С возвращением, {name}',
    returning: 'Рады видеть вас снова',
    cart: {
      one: 'В корзине ждёт {count} товар',
      few: 'В корзине ждут {count} товара',
      many: 'В корзине ждут {count} товаров',
      other: 'В корзине ждут {count} товара',
    },
    newProducts: {
      one: '{count} новый товар с вашего прошлого визита',
      few: '{count} новых товара с вашего прошлого визита',
      many: '{count} новых товаров с вашего прошлого визита',
      other: '{count} нового товара с вашего прошлого визита',
    },
    liking: 'Всё ещё нравится {category}? Есть на что посмотреть',
    lately: 'Хорошо, что вы здесь',
  },
  shelf: {
    forYou: 'Подобрано для вас',
    popular: 'Что покупают сейчас',
    boughtTogether: 'С этим часто покупают',
    goesWithCart: 'Подойдёт к вашей корзине',
    newSince: 'Новое с вашего прошлого визита',
    new: 'Новинки магазина',
    sameCategory: 'Ещё такого рода',
    viewedNext: 'Другие смотрели также',
  },
  reason: {
    'bought-together': 'Покупают вместе с «{product}»',
    'viewed-next': 'Смотрят вместе с «{product}»',
    'same-category': 'Тоже из категории {category}',
    'liked-category': 'Потому что вам нравится {category}',
    popular: 'Часто покупают в последние недели',
    new: 'Новинка',
    'new-since': 'Появилось после вашего визита',
  },
  form: { send: 'Отправить', thanks: 'Спасибо!', yes: 'Да', no: 'Нет' },
  questions: {
    interests: {
      ask: 'Что вам интересно?',
      choices: { news: 'Новинки', offers: 'Акции и скидки', gifts: 'Идеи подарков', advice: 'Советы' },
    },
    preferred_channel: {
      ask: 'Как с вами удобнее связаться?',
      choices: { email: 'Электронная почта', phone: 'Телефон', sms: 'SMS', messenger: 'Мессенджер', post: 'Письмо' },
    },
    birthday: { ask: 'Когда у вас день рождения?', choices: {} },
    marital_status: {
      ask: 'Каково ваше семейное положение?',
      choices: {
        single: 'Без пары',
        partner: 'Живу с партнёром',
        married: 'В браке',
        divorced: 'В разводе',
        widowed: 'Вдова или вдовец',
      },
    },
    income: {
      ask: 'Каков доход вашей семьи по сравнению с другими?',
      choices: { below: 'Ниже среднего', average: 'Около среднего', above: 'Выше среднего' },
    },
  },
};
