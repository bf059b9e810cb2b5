import { pluralIn } from '../../language/plural.ts';
import type { timeMachine as english } from '../en/time-machine.ts';
import { people } from './counts.ts';

const plural = pluralIn('uk');
const lastDays = plural({
  one: 'останній # день',
  few: 'останні # дні',
  many: 'останні # днів',
  other: 'останні # дня',
});
const stays = plural({ one: '# перебування', few: '# перебування', many: '# перебувань', other: '# перебування' });
const minutes = plural({ one: '# хвилина', few: '# хвилини', many: '# хвилин', other: '# хвилини' });
const hours = plural({ one: '# година', few: '# години', many: '# годин', other: '# години' });
const days = plural({ one: '# день', few: '# дні', many: '# днів', other: '# дня' });

export const timeMachine: typeof english = {
  timeMachine: {
    title: 'Машина часу',
    days: 'Які дні',
    start: 'Повернутися в часі',
    again: 'Ще раз',
    stop: 'Зупинити',
    lastDays,
    gone: (count) => `Уже пройдено: ${people(count)}…`,
    isOld: 'Відтоді вище щось змінено: пройдіть ще раз, щоб побачити наслідки.',
    cut: 'Пройдено лише цих людей; є й інші.',
    overlap: (count, share) => `${people(count)}, ${share} із них`,
    segments: {
      meaning:
        'Ще раз проходить те, що люди робили останніми днями, і щоразу ставить запитання правила: після кожної дії та на початку кожного дня. З тим, що кожен зробив і замовив на ту мить; повернення коштів, списки, прогнози та інші сегменти — теперішні. Це опис того, хто був би в сегменті; що люди зробили б через нього, не знає ніхто.',
      nobody: 'Ще немає нікого, чий профіль можна використати.',
      segments: 'У яких сегментах були в той час',
      campaigns: 'Для яких активних кампаній підходили в той час',
      examples: 'Люди, які були б у сегменті',
      inIt: (members, all) => `Були б у сегменті: ${people(members)} з ${all};`,
      moved: (entered, left) => `увійшли — ${entered}, вийшли — ${left}.`,
      stayed: (how, count) => `Медіана перебування тих, хто увійшов і вийшов, — ${how} (${stays(count)}).`,
      minutes,
      hours,
      days,
      stay: (from, until) => {
        if (from === null) return until === null ? 'весь час' : `були раніше, до ${until}`;
        return until === null ? `з ${from} і досі` : `з ${from} до ${until}`;
      },
    },
  },
};
