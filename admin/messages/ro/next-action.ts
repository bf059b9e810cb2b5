import { pluralIn } from '../../language/plural.ts';
import type { nextAction as english } from '../en/next-action.ts';

const plural = pluralIn('ro');
const days = plural({ one: 'o zi', few: '# zile', other: '# de zile' });
const hours = plural({ one: 'o oră', few: '# ore', other: '# de ore' });
const pieces = plural({ one: 'O bucată', few: '# bucăți', other: '# de bucăți' });
const orders = plural({ one: 'o comandă', few: '# comenzi', other: '# de comenzi' });
const times = plural({ one: 'o dată', few: 'de # ori', other: 'de # de ori' });

export const nextAction: typeof english = {
  nextAction: {
    title: 'Ce urmează de făcut',
    meaning:
      'Prima care se potrivește, în această ordine: o reclamație fără răspuns, un colet pierdut, un coș lăsat, ceva de care e nevoie din nou, un client care pleacă, unul nou, unul dintre cei mai buni, o întrebare. Consimțământul nu este ocolit niciodată.',
    actions: {
      'answer-complaint': 'Răspundeți la reclamație',
      'find-parcel': 'Găsiți coletul',
      'remind-cart': 'Amintiți-i de coș',
      'offer-again': 'Oferiți din nou',
      'win-back': 'Recâștigați clientul',
      welcome: 'Urați-i bun venit',
      thank: 'Mulțumiți-i',
      ask: 'Puneți o întrebare',
      leave: 'Lăsați-l în pace',
    },
    ways: {
      letter: 'Prin scrisoare: publicitatea este permisă.',
      page: 'Doar pe paginile magazinului: scrisorile nu sunt permise.',
      service: 'Ca asistență. Între timp nu vindeți nimic.',
      'ask-first': 'Cereți întâi consimțământul: persoana nu a spus încă ce permite.',
    },
    product: (name) => `Produs: ${name}`,
    order: (id) => `Comanda ${id}`,
    question: (key) => `Întrebare: ${key}`,
    why: 'De ce',
    complaint: (count) => `Reclamație fără răspuns de ${days(count)}.`,
    parcel: (count) => `Trimis acum ${days(count)}; nimeni nu a spus că a ajuns.`,
    cart: (count, ago) => `${pieces(count)} în coș, neatins de ${hours(ago)}.`,
    bought: (count) => `Cumpărat ${times(count)}.`,
    dueIn: (count) => `Necesar din nou peste ${days(count)}.`,
    dueSince: (count) => `Necesar din nou de ${days(count)}.`,
    dueNow: 'Necesar din nou acum.',
    silence: (count) => `Ultima comandă a fost acum ${days(count)}.`,
    overdue: (count) => `Următoarea întârzie cu ${days(count)}.`,
    orders: (count) => `Până acum ${orders(count)}.`,
    returns: (chance, count) => `Șansa unei comenzi în ${days(count)}: ${chance}.`,
    group: (name) => `Grup: ${name}.`,
    refused: 'A refuzat să fie socotit.',
    noConsent: 'Nu permite nici scrisori, nici pagini personale.',
    here: 'Este acum în magazin și nu a spus încă aceasta.',
    nothing: 'Nimic nu o cere.',
    mostProfit: (amount) => `Aduce cel mult ${amount} profit`,
    mostRevenue: (amount) => `Aduce cel mult ${amount} venit; costul nu este cunoscut`,
    expectedProfit: (amount) => `În joc: ${amount} profit așteptat`,
    expectedRevenue: (amount) => `În joc: ${amount} venit așteptat; costul nu este cunoscut`,
  },
};
