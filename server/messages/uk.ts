import type { Messages } from './en.ts';

export const uk: Messages = {
  greeting: {
    named: 'З поверненням, {name}',
    returning: 'Раді бачити вас знову',
    cart: {
      one: 'У кошику чекає {count} товар',
      few: 'У кошику чекають {count} товари',
      many: 'У кошику чекають {count} товарів',
      other: 'У кошику чекають {count} товару',
    },
    newProducts: {
      one: '{count} новий товар від вашого останнього візиту',
      few: '{count} нові товари від вашого останнього візиту',
      many: '{count} нових товарів від вашого останнього візиту',
      other: '{count} нового товару від вашого останнього візиту',
    },
    liking: 'Досі до вподоби {category}? Є ще на що подивитися',
    lately: 'Добре, що ви тут',
  },
  shelf: {
    forYou: 'Підібрано для вас',
    popular: 'Що купують зараз',
    boughtTogether: 'З цим часто купують',
    goesWithCart: 'Пасує до вашого кошика',
    newSince: 'Нове від вашого останнього візиту',
    new: 'Новинки крамниці',
    sameCategory: 'Ще такого роду',
    viewedNext: 'Інші дивилися також',
  },
  reason: {
    'bought-together': 'Купують разом із «{product}»',
    'viewed-next': 'Дивляться разом із «{product}»',
    'same-category': 'Теж із категорії {category}',
    'liked-category': 'Бо вам до вподоби {category}',
    popular: 'Часто купують останніми тижнями',
    new: 'Новинка',
    'new-since': 'З’явилося після вашого візиту',
  },
  form: { send: 'Надіслати', thanks: 'Дякуємо!', yes: 'Так', no: 'Ні' },
  questions: {
    interests: {
      ask: 'Що вас цікавить?',
      choices: { news: 'Новинки', offers: 'Акції та знижки', gifts: 'Ідеї для подарунків', advice: 'Поради' },
    },
    preferred_channel: {
      ask: 'Як з вами найзручніше зв’язатися?',
      choices: { email: 'Електронна пошта', phone: 'Телефон', sms: 'SMS', messenger: 'Месенджер', post: 'Лист' },
    },
    birthday: { ask: 'Коли у вас день народження?', choices: {} },
    marital_status: {
      ask: 'Який ваш сімейний стан?',
      choices: {
        single: 'Без пари',
        partner: 'Живу з партнером чи партнеркою',
        married: 'У шлюбі',
        divorced: 'У розлученні',
        widowed: 'Вдова чи вдівець',
      },
    },
    income: {
      ask: 'Який дохід вашої родини порівняно з іншими?',
      choices: { below: 'Нижчий за середній', average: 'Приблизно середній', above: 'Вищий за середній' },
    },
  },
};
