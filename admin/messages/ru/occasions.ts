import { pluralIn } from '../../language/plural.ts';
import type { occasions as english } from '../en/occasions.ts';

const plural = pluralIn('ru');
export const inDays = plural({ one: 'через # день', few: 'через # дня', many: 'через # дней', other: 'через # дня' });

export const occasions: typeof english = {
  occasions: {
    title: 'Праздники для подарков',
    meaning:
      'За несколько дней до каждого из них полка по рецепту «Список подарков» показывает то, что перед ним в прошлые годы заказывали больше, чем обычно. Пока этого слишком мало, она показывает популярное.',
    occasion: 'Праздник',
    on: 'Включён',
    lead: 'Дней до праздника',
    leadOf: (occasion) => `Дней до праздника: ${occasion}`,
    next: 'Ближайший',
    none: 'Ни один праздник не включён: список подарков скрыт.',
    open: 'его список подарков открыт',
    own: 'Ваши собственные',
    ownNone: 'Пока нет.',
    name: 'Название, как оно стоит перед «через 12 дней»',
    nameHint: 'Например: На день рождения магазина',
    date: 'День',
    yearly: 'Каждый год',
    add: 'Добавить праздник',
    remove: 'Убрать',
    wrong: 'От 1 до 120 дней, а ваши собственные – с названием и днём.',
    keep: 'Сохранить',
    discard: 'Отменить изменения',
    defaults: 'Как было сначала',
    history: plural({ one: '# изменение', few: '# изменения', many: '# изменений', other: '# изменения' }),
    never: 'Этого ещё никто не менял.',
    saidBy: (by, at) => `${by}, ${at}`,
    take: 'Взять снова',
    inDays,
    names: {
      'new-year': 'Новый год',
      valentine: 'День святого Валентина',
      martisor: 'Мэрцишор',
      'womens-day': '8 Марта',
      'western-easter': 'Пасха (западная)',
      'orthodox-easter': 'Пасха (православная)',
      'mothers-day-first': 'День матери, первое воскресенье мая',
      'mothers-day-second': 'День матери, второе воскресенье мая',
      'fathers-day-may': 'День отца, второе воскресенье мая',
      'childrens-day': 'День защиты детей',
      'fathers-day-june': 'День отца, третье воскресенье июня',
      'st-nicholas': 'День святого Николая',
      christmas: 'Рождество',
    },
  },
};
