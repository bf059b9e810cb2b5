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
  },
  reason: {
    'bought-together': 'Купують разом із «{product}»',
    'same-category': 'Теж із категорії {category}',
    'liked-category': 'Бо вам до вподоби {category}',
    popular: 'Часто купують останніми тижнями',
    new: 'Новинка',
    'new-since': 'З’явилося після вашого візиту',
  },
};
