import { pluralIn } from '../../language/plural.ts';
import type { ranking as english } from '../en/ranking.ts';

const plural = pluralIn('ru');

export const ranking: typeof english = {
  ranking: {
    title: 'Порядок собственных списков магазина',
    lead: 'Результаты поиска и категории, которые об этом просят, встают в порядке для каждого посетителя. Все товары остаются, меняются только их места.',
    kinds: { search: 'Результаты поиска', category: 'Категории' },
    isOn: 'Ставить в порядке для каждого посетителя',
    strength: 'Сила, %',
    strengthHint: '0: порядок магазина. 100: то, что известно о посетителе, весит полностью.',
    most: 'Самое большее мест вверх или вниз',
    keepFirst: 'Не трогать первых',
    keepFirstHint: 'Столько товаров остаются там, где их поставил магазин. Страница магазина может попросить больше.',
    sinks: 'То, чего нет в наличии, уходит в конец',
    save: 'Сохранить порядок',
    discard: 'Отменить изменения',
    usual: 'Как было с самого начала',
    saved: (version) => `Сохранено как версия ${version}. По ней встанет уже следующий список.`,
    refused: 'Сборщик отклонил это значение.',

    history: 'Все версии порядка',
    cameWithShop: 'Было с самого начала',
    takeUp: 'Взять в форму',
    /** Of a version in one line, after the kind of list. */
    off: 'как поставил магазин',
    withStrength: (percent) => `сила ${percent}`,
    places: plural({
      one: 'самое большее на # место',
      few: 'самое большее на # места',
      many: 'самое большее на # мест',
      other: 'самое большее на # места',
    }),
    firstStay: (count) => `первые ${count} на месте`,
    outOfStockLast: 'отсутствующее в конце',
    named: (version) => `Порядок списков магазина, версия ${version}`,
  },
};
