import { pluralIn } from '../../language/plural.ts';
import type { companyFile as english } from '../en/companies.ts';

const plural = pluralIn('ru');
const ranges = plural({ one: '# диапазон', few: '# диапазона', many: '# диапазонов', other: '# диапазона' });
const companies = plural({ one: '# компании', few: '# компаний', many: '# компаний', other: '# компании' });
const nobodys = plural({
  one: '# диапазон ничей',
  few: '# диапазона ничьи',
  many: '# диапазонов ничьи',
  other: '# диапазона ничьи',
});
const lines = plural({
  one: '# строка отклонена',
  few: '# строки отклонены',
  many: '# строк отклонено',
  other: '# строки отклонено',
});
const visits = plural({ one: '# визита', few: '# визитов', many: '# визитов', other: '# визита' });

export const companyFile: typeof english = {
  companies: {
    title: 'Компании по адресу',
    lead: 'Ваш файл говорит, какие интернет-адреса принадлежат каким компаниям. Кто приходит с такого адреса, тот из этой компании, если никто не знает лучше: этому верят после всех источников выше и никогда вопреки сказанному самими людьми. Сам адрес не сохраняется.',
    has: (ranged, named, nobody) =>
      [`${ranges(ranged)} ${companies(named)}`, nobody > 0 && nobodys(nobody)].filter(Boolean).join('; '),
    takenOn: (name, date) => `${name}, взят ${date}`,
    coverage: (known, all, share) =>
      `За последние 30 дней компания известна для ${known} из ${visits(all)} (${share}). Учтены те, кто позволил себя считать.`,
    noVisits: 'С тех пор как есть файл, ни один визит не начался.',
    freshness: 'Верить',
    remove: 'Убрать файл',
    putBack: (name, date) => `Вернуть ${name} (${date})`,
    file: 'Взять файл компаний',
    fileText:
      'CSV или TSV, сжатый gzip или нет: network (сеть IPv4 или IPv6, как ниже) или start и end, и company; domain, industry и size, если они известны. Значение type isp, hosting или mobile говорит, что адреса ничьи. Из диапазонов, лежащих один в другом, важен самый узкий. Файл занимает место прежнего, который можно вернуть.',
    example: 'Например',
    choose: 'Файл с компаниями',
    take: 'Взять',
    nothing: 'В файле нет ни одной строки с компанией; ничего не изменено.',
    refused: (count) => `${lines(count)}.`,
    line: (number, reason) => `Строка ${number}: ${reason}`,
    from: (name) => `из компании ${name}`,
  },
};
