import { pluralIn } from '../../language/plural.ts';
import type { sources as english } from '../en/sources.ts';
import { people } from './counts.ts';

const plural = pluralIn('ro');
const days = plural({ one: '# zi', few: '# zile', other: '# de zile' });
const lines = plural({
  one: '# rând a fost refuzat',
  few: '# rânduri au fost refuzate',
  other: '# de rânduri au fost refuzate',
});

export const sources: typeof english = {
  sources: {
    title: 'Surse',
    lead: 'Cine îți mai spune ceva despre oameni: un CRM, un birou, un sondaj. Ce au spus oamenii înșiși nu se suprascrie niciodată; dintre ceilalți, este crezut cel de mai sus.',
    source: 'Sursa',
    order: 'Ordinea',
    orderMeaning:
      'Când două surse știu același lucru despre cineva, este crezută cea de mai sus, cât timp e proaspătă.',
    up: 'Mai sus',
    down: 'Mai jos',
    freshness: 'Crezută timp de',
    freshnessMeaning: 'Ce este mai vechi apare în profil ca învechit și nu contează.',
    days: (count) => days(count),
    always: 'mereu',
    kept: 'Date primite',
    refused: 'Refuzate',
    lastAt: 'Ultima veste',
    drop: 'Elimină',
    dropSurely: 'Elimină sursa',
    keep: 'Păstreaz-o',
    dropMeaning: 'Ce a spus nu mai este crezut. Dacă mai spune ceva, este o sursă nouă.',
    file: 'Preia un fișier',
    fileText:
      'CSV sau TSV: una dintre coloanele customer, email și phone arată despre cine este rândul. Orice altă coloană este o trăsătură: cheia unei întrebări sau un nume al tău, cu :number, :date sau :yes_no dacă nu e text.',
    name: 'Sursa',
    nameHint: 'Un nume al tău: crm sau bureau. Litere latine mici, cifre, _ și -.',
    example: 'De exemplu',
    choose: 'Fișier',
    take: 'Preia',
    taken: (kept, known, refused) =>
      [`Preluat: ${people(kept)}.`, known > 0 && `Știute deja: ${people(known)}.`, refused > 0 && `${lines(refused)}.`]
        .filter(Boolean)
        .join(' '),
    line: (number, reason) => `Rândul ${number}: ${reason}`,
    old: 'învechit',
    oldMeaning: 'Mai vechi decât este crezută sursa: nu contează.',
  },
};
