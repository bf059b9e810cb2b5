import { pluralIn } from '../../language/plural.ts';
import type { why as english } from '../en/why.ts';
import { products } from './counts.ts';

const plural = pluralIn('ru');
const inOrders = plural({ one: '# заказе', few: '# заказах', many: '# заказах', other: '# заказа' });
const inVisits = plural({ one: '# визит', few: '# визита', many: '# визитов', other: '# визита' });
const these = plural({
  one: 'именно этот # товар',
  few: 'именно эти # товара',
  many: 'именно эти # товаров',
  other: 'именно эти # товара',
});

export const why: typeof english = {
  why: {
    greeted: (place) => `${place}: почему именно так?`,
    ownData: (place) => `${place}: чьи данные показаны?`,
    asked: (place: string) => `${place}: почему именно эти вопросы?`,
    products: (place, count) => `${place}: почему ${these(count)}?`,
    compared: (place) => `${place}: почему без полки, для сравнения`,
    ownContent: (place) => `${place}: почему собственное содержимое магазина?`,
    knew: 'Могла учесть',
    rungs: {
      profile: { title: 'Весь профиль.', text: 'Что этот посетитель делал раньше, за все визиты.' },
      session: { title: 'Этот визит.', text: 'Что произошло с его начала, и ничего из прошлого.' },
      context: { title: 'Только эту страницу.', text: 'Что на странице, а не кто на неё смотрит.' },
      static: { title: 'Ничего.', text: 'Одинаково для всех.' },
    },
    consent: 'Основание',
    consentFor: (purposes) => `Согласие посетителя: ${purposes}.`,
    consentNone: 'Согласия не было, поэтому ничего не сохранялось.',
    purposes: { statistics: 'статистика', personalisation: 'персонализация', marketing: 'маркетинг' },
    recipe: 'Рецепт',
    inputs: 'Отправная точка',
    inputLabels: {
      asked: 'Спрошено',
      anchors: 'Начиная с',
      cart: 'В корзине',
      liked: 'Любимые категории',
      lastVisit: 'Конец прошлого визита',
    },
    recipes: {
      'for-you': 'Подобрано для вас',
      'with-this': 'Покупают вместе с этим',
      next: 'Смотрят также',
      'same-category': 'Та же категория',
      'with-cart': 'Подходит к корзине',
      'new-since': 'Новое с прошлого визита',
      new: 'Новинки',
      popular: 'Популярное',
    },
    version: (recipe, version) => `${recipe}, версия ${version}`,
    steps: 'Как выбрано',
    ingredients: {
      next: 'Смотрят за тот же визит',
      'bought-together': 'Покупают вместе с этим',
      category: 'Из той же категории',
      'liked-categories': 'Из любимых категорий',
      popular: 'Популярное в магазине',
      new: 'Новинки магазина',
      'new-since': 'Новое с прошлого визита',
    },
    otherSteps: {
      unanswered: 'Вопросы, на которые ещё не ответили',
      named: 'Известно имя',
      returning: 'Был здесь раньше, имя неизвестно',
      known: 'Известен магазину',
      cart: 'Что-то ждёт в корзине',
      lately: 'Ничего особенного',
      'comparison-group': 'Без полки: в группе сравнения',
      'no-recipe': 'Рецепта для этого места нет',
    },
    filters: {
      anchor: 'Отброшено: это сама отправная точка',
      'in-cart': 'Отброшено: уже в корзине',
      'out-of-stock': 'Отброшено: нет в наличии',
      'bought-lately': 'Отброшено: недавно куплено',
      'not-in-catalogue': 'Отброшено: уже нет в каталоге',
      'on-this-page': 'Отброшено: уже показано на этой странице',
    },
    notes: {
      'own-content': 'остаётся собственное содержимое магазина',
      'popular-instead': 'вместо неё показано популярное',
      'all-answered': 'ответы уже даны на все',
      'not-now': 'посетитель недавно сказал «не сейчас»',
      'no-anchor': 'не от чего было оттолкнуться',
      'no-evidence': 'того, что видел магазин, пока слишком мало',
      'no-consent': 'посетитель на это не соглашался',
      'first-visit': 'это первый визит',
    },
    tooFew: (recipe, count) => `«${recipe}» дал только ${products(count)}: испробован следующий рецепт`,
    shown: 'Что показано',
    scoreMeaning: 'Насколько рецепт за этот товар; большее число стоит выше',
    without: (chance) => `В группе сравнения, вероятность ${chance}.`,
    notWithout: (chance) => `Не в группе сравнения, вероятность ${chance}.`,
    noExperiment: 'Сравнения здесь нет: так видят все.',
    armMeaning: 'Так можно честно измерить, что даёт эта полка.',
  },

  reasons: {
    boughtTogether: (product, support) => `Куплено вместе с ${product} в ${inOrders(support)}`,
    viewedNext: (product, support) => `Смотрели вместе с ${product} за ${inVisits(support)}`,
    sameCategory: (category) => `Та же категория: ${category}`,
    likedCategory: (category) => `Любимая категория: ${category}`,
    popular: 'Часто покупают в последние недели',
    fresh: 'Новинка магазина',
    newSince: (since) => `Новое с прошлого визита, ${since}`,
  },

  slots: {
    'your-data': {
      title: 'Ваши данные',
      text: 'Посетитель видит, исправляет, забирает и стирает то, что магазин о нём знает.',
    },
    questions: { title: 'Вопросы', text: 'То, о чём этого посетителя ещё не спрашивали, по одному вопросу.' },
    greeting: { title: 'Приветствие', text: 'Строка приветствия, для известного клиента – по имени.' },
    home: { title: 'Полка на главной', text: 'Товары для этого посетителя на главной странице.' },
    news: { title: 'Полка новинок', text: 'Что нового с прошлого визита этого посетителя.' },
    product: { title: 'Полка на странице товара', text: 'Что покупают вместе с товаром на странице.' },
    cart: { title: 'Полка в корзине', text: 'Что подходит к содержимому корзины.' },
  },

  widgets: { form: 'Вопросы', greeting: 'Приветствие', shelf: 'Полка товаров', 'your-data': 'Свои данные' },
};
