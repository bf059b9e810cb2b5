import { pluralIn } from '../../language/plural.ts';
import type { timeMachine as english } from '../en/time-machine.ts';
import { people } from './counts.ts';

const plural = pluralIn('ru');
const lastDays = plural({
  one: 'последний # день',
  few: 'последние # дня',
  many: 'последние # дней',
  other: 'последние # дня',
});
const stays = plural({ one: '# пребывание', few: '# пребывания', many: '# пребываний', other: '# пребывания' });
const minutes = plural({ one: '# минута', few: '# минуты', many: '# минут', other: '# минуты' });
const hours = plural({ one: '# час', few: '# часа', many: '# часов', other: '# часа' });
const days = plural({ one: '# день', few: '# дня', many: '# дней', other: '# дня' });

export const timeMachine: typeof english = {
  timeMachine: {
    title: 'Машина времени',
    days: 'Какие дни',
    start: 'Вернуться во времени',
    again: 'Ещё раз',
    stop: 'Остановить',
    lastDays,
    gone: (count) => `Уже пройдено: ${people(count)}…`,
    isOld: 'С тех пор выше что-то изменено: пройдите ещё раз, чтобы увидеть последствия.',
    cut: 'Пройдены только эти люди; есть и другие.',
    overlap: (count, share) => `${people(count)}, ${share} из них`,
    segments: {
      meaning:
        'Ещё раз проходит то, что люди делали в последние дни, и каждый раз задаёт вопрос правила: после каждого действия и в начале каждого дня. С тем, что каждый сделал и заказал к тому моменту; возвраты денег, списки, прогнозы и другие сегменты — нынешние. Это описание того, кто был бы в сегменте; что люди сделали бы из-за него, не знает никто.',
      nobody: 'Пока нет никого, чей профиль можно использовать.',
      segments: 'В каких сегментах были в это время',
      campaigns: 'Для каких активных кампаний подходили в это время',
      examples: 'Люди, которые были бы в сегменте',
      inIt: (members, all) => `Были бы в сегменте: ${people(members)} из ${all};`,
      moved: (entered, left) => `вошли — ${entered}, вышли — ${left}.`,
      stayed: (how, count) => `Медиана пребывания тех, кто вошёл и вышел, — ${how} (${stays(count)}).`,
      minutes,
      hours,
      days,
      stay: (from, until) => {
        if (from === null) return until === null ? 'всё время' : `были раньше, до ${until}`;
        return until === null ? `с ${from} и до сих пор` : `с ${from} до ${until}`;
      },
    },
  },
};
