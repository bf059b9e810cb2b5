import { pluralIn } from '../../language/plural.ts';
import type { sources as english } from '../en/sources.ts';
import { people } from './counts.ts';

const plural = pluralIn('ru');
const days = plural({ one: '# день', few: '# дня', many: '# дней', other: '# дня' });
const lines = plural({
  one: '# строка отклонена',
  few: '# строки отклонены',
  many: '# строк отклонено',
  other: '# строки отклонено',
});

export const sources: typeof english = {
  sources: {
    title: 'Источники',
    lead: 'Кто ещё рассказывает вам о людях: CRM, бюро, опрос. Сказанное самими людьми никогда не перезаписывается; из остальных верят тому источнику, который выше.',
    source: 'Источник',
    order: 'Порядок',
    orderMeaning: 'Если два источника знают о человеке одно и то же, верят верхнему, пока его слово свежо.',
    up: 'Выше',
    down: 'Ниже',
    freshness: 'Верить',
    freshnessMeaning: 'Более старое показано в профиле как устаревшее и ни на что не влияет.',
    days: (count) => days(count),
    always: 'всегда',
    kept: 'Принято фактов',
    refused: 'Отклонено',
    lastAt: 'Последние вести',
    drop: 'Убрать',
    dropSurely: 'Убрать источник',
    keep: 'Оставить',
    dropMeaning: 'Тому, что он рассказал, больше не верят. Если расскажет ещё, это будет новый источник.',
    file: 'Принять файл',
    fileText:
      'CSV или TSV: о ком строка, говорит один из столбцов customer, email и phone. Каждый другой столбец – признак: ключ вопроса или ваше название, с :number, :date или :yes_no, если это не текст.',
    name: 'Источник',
    nameHint: 'Ваше название: crm или bureau. Строчные латинские буквы, цифры, _ и -.',
    example: 'Например',
    choose: 'Файл',
    take: 'Принять',
    taken: (kept, known, refused) =>
      [`Принято: ${people(kept)}.`, known > 0 && `Уже известно: ${people(known)}.`, refused > 0 && `${lines(refused)}.`]
        .filter(Boolean)
        .join(' '),
    line: (number, reason) => `Строка ${number}: ${reason}`,
    old: 'устарело',
    oldMeaning: 'Старше, чем верят его источнику: ни на что не влияет.',
  },
};
