import { pluralIn } from '../../language/plural.ts';
import type { companyFile as english } from '../en/companies.ts';

const plural = pluralIn('ro');
const ranges = plural({ one: 'un interval', few: '# intervale', other: '# de intervale' });
const companies = plural({ one: 'unei companii', few: 'a # companii', other: 'a # de companii' });
const nobodys = plural({
  one: 'un interval nu este al nimănui',
  few: '# intervale nu sunt ale nimănui',
  other: '# de intervale nu sunt ale nimănui',
});
const lines = plural({ one: 'un rând refuzat', few: '# rânduri refuzate', other: '# de rânduri refuzate' });
const visits = plural({ one: 'o vizită', few: '# vizite', other: '# de vizite' });

export const companyFile: typeof english = {
  companies: {
    title: 'Companii după adresă',
    lead: 'Un fișier al dumneavoastră spune ce adrese de internet sunt ale cărei companii. Cine vine de la o astfel de adresă este de la acea companie, dacă nimeni nu știe mai bine: se crede după toate sursele de mai sus și niciodată peste ce au spus chiar oamenii. Adresa însăși nu se păstrează.',
    has: (ranged, named, nobody) =>
      [`${ranges(ranged)} ${companies(named)}`, nobody > 0 && nobodys(nobody)].filter(Boolean).join('; '),
    takenOn: (name, date) => `${name}, preluat pe ${date}`,
    coverage: (known, all, share) =>
      `Compania este cunoscută la ${known} din ${visits(all)} din ultimele 30 de zile (${share}). Se numără cei care au permis să fie numărați.`,
    noVisits: 'Nicio vizită nu a început de când există un fișier.',
    freshness: 'Se crede',
    remove: 'Elimină fișierul',
    putBack: (name, date) => `Pune la loc ${name} (${date})`,
    file: 'Preia un fișier cu companii',
    fileText:
      'CSV sau TSV, comprimat cu gzip sau nu: network (o rețea IPv4 sau IPv6, ca mai jos) sau start și end, și company; domain, industry și size unde sunt cunoscute. Un type isp, hosting sau mobile spune că adresele nu sunt ale nimănui. Dintre intervalele aflate unul în altul contează cel mai îngust. Fișierul ia locul celui dinainte, care poate fi pus la loc.',
    example: 'De exemplu',
    choose: 'Fișier cu companii',
    take: 'Preia',
    nothing: 'Fișierul nu are niciun rând cu o companie; nu s-a schimbat nimic.',
    refused: (count) => `${lines(count)}.`,
    line: (number, reason) => `Rândul ${number}: ${reason}`,
    from: (name) => `de la ${name}`,
  },
};
