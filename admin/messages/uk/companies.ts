import { pluralIn } from '../../language/plural.ts';
import type { companyFile as english } from '../en/companies.ts';

const plural = pluralIn('uk');
const ranges = plural({ one: '# діапазон', few: '# діапазони', many: '# діапазонів', other: '# діапазону' });
const companies = plural({ one: '# компанії', few: '# компаній', many: '# компаній', other: '# компанії' });
const nobodys = plural({
  one: '# діапазон нічий',
  few: '# діапазони нічиї',
  many: '# діапазонів нічиї',
  other: '# діапазону нічиї',
});
const lines = plural({
  one: '# рядок відхилено',
  few: '# рядки відхилено',
  many: '# рядків відхилено',
  other: '# рядка відхилено',
});
const visits = plural({ one: '# візиту', few: '# візитів', many: '# візитів', other: '# візиту' });

export const companyFile: typeof english = {
  companies: {
    title: 'Компанії за адресою',
    lead: 'Ваш файл каже, які інтернет-адреси належать яким компаніям. Хто приходить із такої адреси, той із цієї компанії, якщо ніхто не знає краще: цьому вірять після всіх джерел вище й ніколи всупереч сказаному самими людьми. Сама адреса не зберігається.',
    has: (ranged, named, nobody) =>
      [`${ranges(ranged)} ${companies(named)}`, nobody > 0 && nobodys(nobody)].filter(Boolean).join('; '),
    takenOn: (name, date) => `${name}, узято ${date}`,
    coverage: (known, all, share) =>
      `За останні 30 днів компанія відома для ${known} з ${visits(all)} (${share}). Враховано тих, хто дозволив себе рахувати.`,
    noVisits: 'Відколи є файл, жодного візиту не почалося.',
    freshness: 'Вірити',
    remove: 'Прибрати файл',
    putBack: (name, date) => `Повернути ${name} (${date})`,
    file: 'Узяти файл компаній',
    fileText:
      'CSV або TSV, стиснений gzip чи ні: network (мережа IPv4 або IPv6, як нижче) або start і end, та company; domain, industry і size, якщо відомі. Значення type isp, hosting чи mobile каже, що адреси нічиї. З діапазонів, що лежать один в одному, важить найвужчий. Файл стає на місце попереднього, який можна повернути.',
    example: 'Наприклад',
    choose: 'Файл із компаніями',
    take: 'Узяти',
    nothing: 'У файлі немає жодного рядка з компанією; нічого не змінено.',
    refused: (count) => `${lines(count)}.`,
    line: (number, reason) => `Рядок ${number}: ${reason}`,
    from: (name) => `з компанії ${name}`,
  },
};
