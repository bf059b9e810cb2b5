import { pluralIn } from '../../language/plural.ts';
import type { sources as english } from '../en/sources.ts';
import { people } from './counts.ts';

const plural = pluralIn('uk');
const days = plural({ one: '# день', few: '# дні', many: '# днів', other: '# дня' });
const lines = plural({
  one: '# рядок відхилено',
  few: '# рядки відхилено',
  many: '# рядків відхилено',
  other: '# рядка відхилено',
});

export const sources: typeof english = {
  sources: {
    title: 'Джерела',
    lead: 'Хто ще розповідає вам про людей: CRM, бюро, опитування. Сказане самими людьми ніколи не перезаписується; з решти вірять тому джерелу, що вище.',
    source: 'Джерело',
    order: 'Порядок',
    orderMeaning: 'Якщо два джерела знають про людину те саме, вірять вищому, поки його слово свіже.',
    up: 'Вище',
    down: 'Нижче',
    freshness: 'Вірити',
    freshnessMeaning: 'Старіше показано в профілі як застаріле й ні на що не впливає.',
    days: (count) => days(count),
    always: 'завжди',
    kept: 'Прийнято фактів',
    refused: 'Відхилено',
    lastAt: 'Востаннє чули',
    drop: 'Прибрати',
    dropSurely: 'Прибрати джерело',
    keep: 'Залишити',
    dropMeaning: 'Тому, що воно розповіло, більше не вірять. Якщо розповість ще, це буде нове джерело.',
    file: 'Узяти файл',
    fileText:
      'CSV або TSV: про кого рядок, каже один зі стовпців customer, email і phone. Кожен інший стовпець – ознака: ключ запитання або ваша назва, з :number, :date чи :yes_no, якщо це не текст.',
    name: 'Джерело',
    nameHint: 'Ваша назва: crm або bureau. Малі латинські літери, цифри, _ і -.',
    example: 'Наприклад',
    choose: 'Файл',
    take: 'Узяти',
    taken: (kept, known, refused) =>
      [`Прийнято: ${people(kept)}.`, known > 0 && `Уже відомо: ${people(known)}.`, refused > 0 && `${lines(refused)}.`]
        .filter(Boolean)
        .join(' '),
    line: (number, reason) => `Рядок ${number}: ${reason}`,
    old: 'застаріло',
    oldMeaning: 'Старіше, ніж вірять його джерелу: ні на що не впливає.',
  },
};
