import { pluralIn } from '../../language/plural.ts';
import type { why as english } from '../en/why.ts';
import { products } from './counts.ts';

const plural = pluralIn('uk');
const inOrders = plural({ one: '# замовленні', few: '# замовленнях', many: '# замовленнях', other: '# замовлення' });
const inVisits = plural({ one: '# візит', few: '# візити', many: '# візитів', other: '# візиту' });
const these = plural({
  one: 'саме цей # товар',
  few: 'саме ці # товари',
  many: 'саме ці # товарів',
  other: 'саме ці # товару',
});

export const why: typeof english = {
  why: {
    greeted: (place) => `${place}: чому саме таке привітання?`,
    ownData: (place) => `${place}: чиї дані показано?`,
    asked: (place: string) => `${place}: чому саме ці запитання?`,
    products: (place, count) => `${place}: чому ${these(count)}?`,
    compared: (place) => `${place}: чому без полиці, для порівняння`,
    ownContent: (place) => `${place}: чому власний вміст магазину?`,
    knew: 'Могла врахувати',
    rungs: {
      profile: { title: 'Увесь профіль.', text: 'Що цей відвідувач робив раніше, за всі візити.' },
      session: { title: 'Цей візит.', text: 'Що сталося від його початку, і нічого з минулого.' },
      context: { title: 'Лише цю сторінку.', text: 'Що є на сторінці, а не хто на неї дивиться.' },
      static: { title: 'Нічого.', text: 'Однаково для всіх.' },
    },
    consent: 'Підстава',
    consentFor: (purposes) => `Згода відвідувача: ${purposes}.`,
    consentNone: 'Згоди не було, тож нічого не зберігалося.',
    purposes: { statistics: 'статистика', personalisation: 'персоналізація', marketing: 'маркетинг' },
    recipe: 'Рецепт',
    inputs: 'Відправна точка',
    inputLabels: {
      asked: 'Запитано',
      anchors: 'Починаючи з',
      cart: 'У кошику',
      liked: 'Улюблені категорії',
      lastVisit: 'Кінець минулого візиту',
    },
    recipes: {
      'for-you': 'Дібрано для вас',
      'with-this': 'Купують разом із цим',
      next: 'Дивляться також',
      'same-category': 'Та сама категорія',
      'with-cart': 'Пасує до кошика',
      'new-since': 'Нове від минулого візиту',
      new: 'Новинки',
      popular: 'Популярне',
    },
    version: (recipe, version) => `${recipe}, версія ${version}`,
    steps: 'Як вибрано',
    ingredients: {
      next: 'Дивляться за той самий візит',
      'bought-together': 'Купують разом із цим',
      category: 'З тієї самої категорії',
      'liked-categories': 'З улюблених категорій',
      popular: 'Популярне в магазині',
      new: 'Новинки магазину',
      'new-since': 'Нове від минулого візиту',
    },
    otherSteps: {
      unanswered: 'Запитання, на які ще не відповіли',
      named: 'Відомо ім’я',
      returning: 'Був тут раніше, ім’я невідоме',
      known: 'Відомий магазину',
      cart: 'Щось чекає в кошику',
      lately: 'Нічого особливого',
      'comparison-group': 'Без полиці: у групі порівняння',
      'no-recipe': 'Рецепта для цього місця немає',
    },
    filters: {
      anchor: 'Відкинуто: це сама відправна точка',
      'in-cart': 'Відкинуто: вже в кошику',
      'out-of-stock': 'Відкинуто: немає в наявності',
      'bought-lately': 'Відкинуто: нещодавно куплено',
      'not-in-catalogue': 'Відкинуто: вже немає в каталозі',
      'on-this-page': 'Відкинуто: вже показано на цій сторінці',
    },
    notes: {
      'own-content': 'лишається власний вміст магазину',
      'popular-instead': 'замість неї показано популярне',
      'all-answered': 'відповіді вже дано на всі',
      'not-now': 'відвідувач нещодавно сказав «не зараз»',
      'no-anchor': 'не було від чого відштовхнутися',
      'no-evidence': 'того, що бачив магазин, поки що замало',
      'no-consent': 'відвідувач на це не погоджувався',
      'first-visit': 'це перший візит',
    },
    tooFew: (recipe, count) => `«${recipe}» дав лише ${products(count)}: випробувано наступний рецепт`,
    shown: 'Що показано',
    scoreMeaning: 'Наскільки рецепт за цей товар; більше число стоїть вище',
    without: (chance) => `У групі порівняння, імовірність ${chance}.`,
    notWithout: (chance) => `Не в групі порівняння, імовірність ${chance}.`,
    noExperiment: 'Порівняння тут немає: так бачать усі.',
    armMeaning: 'Так можна чесно виміряти, що дає ця полиця.',
  },

  reasons: {
    boughtTogether: (product, support) => `Куплено разом із ${product} у ${inOrders(support)}`,
    viewedNext: (product, support) => `Дивилися разом із ${product} за ${inVisits(support)}`,
    sameCategory: (category) => `Та сама категорія: ${category}`,
    likedCategory: (category) => `Улюблена категорія: ${category}`,
    popular: 'Часто купують останніми тижнями',
    fresh: 'Новинка магазину',
    newSince: (since) => `Нове від минулого візиту, ${since}`,
  },

  slots: {
    'your-data': {
      title: 'Ваші дані',
      text: 'Відвідувач бачить, виправляє, забирає і стирає те, що магазин про нього знає.',
    },
    questions: { title: 'Запитання', text: 'Те, про що цього відвідувача ще не питали, по одному запитанню.' },
    greeting: { title: 'Привітання', text: 'Рядок привітання, для відомого клієнта – на ім’я.' },
    home: { title: 'Полиця на головній', text: 'Товари для цього відвідувача на головній сторінці.' },
    news: { title: 'Полиця новинок', text: 'Що нового від минулого візиту цього відвідувача.' },
    product: { title: 'Полиця на сторінці товару', text: 'Що купують разом із товаром на сторінці.' },
    cart: { title: 'Полиця в кошику', text: 'Що пасує до вмісту кошика.' },
  },

  widgets: { form: 'Запитання', greeting: 'Привітання', shelf: 'Полиця товарів', 'your-data': 'Власні дані' },
};
