import { pluralIn } from '../../language/plural.ts';
import type { occasions as english } from '../en/occasions.ts';

const plural = pluralIn('uk');
export const inDays = plural({ one: 'через # день', few: 'через # дні', many: 'через # днів', other: 'через # дня' });

export const occasions: typeof english = {
  occasions: {
    title: 'Свята для подарунків',
    meaning:
      'За кілька днів до кожного з них полиця за рецептом «Перелік подарунків» показує те, що перед ним у минулі роки замовляли більше, ніж зазвичай. Поки цього замало, вона показує популярне.',
    occasion: 'Свято',
    on: 'Увімкнено',
    lead: 'Днів до свята',
    leadOf: (occasion) => `Днів до свята: ${occasion}`,
    next: 'Найближче',
    none: 'Жодне свято не ввімкнено: перелік подарунків прихований.',
    open: 'його перелік подарунків відкритий',
    own: 'Ваші власні',
    ownNone: 'Ще немає.',
    name: 'Назва, як вона стоїть перед «через 12 днів»',
    nameHint: 'Наприклад: На день народження крамниці',
    date: 'День',
    yearly: 'Щороку',
    add: 'Додати свято',
    remove: 'Вилучити',
    wrong: 'Від 1 до 120 днів, а ваші власні – з назвою та днем.',
    keep: 'Зберегти',
    discard: 'Скасувати зміни',
    defaults: 'Як було спочатку',
    history: plural({ one: '# зміна', few: '# зміни', many: '# змін', other: '# зміни' }),
    never: 'Цього ще ніхто не змінював.',
    saidBy: (by, at) => `${by}, ${at}`,
    take: 'Узяти знову',
    inDays,
    names: {
      'new-year': 'Новий рік',
      valentine: 'День святого Валентина',
      martisor: 'Мерцишор',
      'womens-day': '8 Березня',
      'western-easter': 'Великдень (західний)',
      'orthodox-easter': 'Великдень (православний)',
      'mothers-day-first': 'День матері, перша неділя травня',
      'mothers-day-second': 'День матері, друга неділя травня',
      'fathers-day-may': 'День батька, друга неділя травня',
      'childrens-day': 'День захисту дітей',
      'fathers-day-june': 'День батька, третя неділя червня',
      'st-nicholas': 'День святого Миколая',
      christmas: 'Різдво',
    },
  },
};
