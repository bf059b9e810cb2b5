import { pluralIn } from '../../language/plural.ts';
import type { ranking as english } from '../en/ranking.ts';

const plural = pluralIn('uk');

export const ranking: typeof english = {
  ranking: {
    title: 'Порядок власних списків магазину',
    lead: 'Результати пошуку й категорії, які про це просять, стають у порядку для кожного відвідувача. Усі товари лишаються, змінюються тільки їхні місця.',
    kinds: { search: 'Результати пошуку', category: 'Категорії' },
    isOn: 'Ставити в порядку для кожного відвідувача',
    strength: 'Сила, %',
    strengthHint: '0: порядок магазину. 100: те, що відомо про відвідувача, важить повністю.',
    most: 'Найбільше місць угору чи вниз',
    keepFirst: 'Не чіпати перших',
    keepFirstHint: 'Стільки товарів лишаються там, де їх поставив магазин. Сторінка магазину може попросити більше.',
    sinks: 'Те, чого немає в наявності, йде в кінець',
    save: 'Зберегти порядок',
    discard: 'Відкинути зміни',
    usual: 'Як було від початку',
    saved: (version) => `Збережено як версію ${version}. За нею стане вже наступний список.`,
    refused: 'Збирач відхилив це значення.',
    conflict: 'Тим часом хтось інший змінив порядок. Ваші зміни ще тут: візьміть чужі або спершу занотуйте свої.',
    loadTheirs: 'Узяти чужі',

    history: 'Усі версії порядку',
    cameWithShop: 'Було від початку',
    takeUp: 'Узяти у форму',
    /** Of a version in one line, after the kind of list. */
    off: 'як поставив магазин',
    withStrength: (percent) => `сила ${percent}`,
    places: plural({
      one: 'щонайбільше на # місце',
      few: 'щонайбільше на # місця',
      many: 'щонайбільше на # місць',
      other: 'щонайбільше на # місця',
    }),
    firstStay: (count) => `перші ${count} на місці`,
    outOfStockLast: 'відсутнє в кінці',
    named: (version) => `Порядок списків магазину, версія ${version}`,
  },
};
