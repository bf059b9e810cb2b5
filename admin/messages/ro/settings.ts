import { pluralIn } from '../../language/plural.ts';
import type { settings as english } from '../en/settings.ts';
import { people } from './counts.ts';

const plural = pluralIn('ro');
const changes = plural({ one: '# schimbare', few: '# schimbări', other: '# de schimbări' });

export const settings = {
  settings: {
    title: 'Setări',
    lead: 'Cum înțelege Vitrina ceea ce fac vizitatorii dumneavoastră.',
    taste: 'Ce arată o preferință',
    tasteMeaning:
      'Orice face cineva cu un produs spune ceva despre ce îi place: categoria, marca, nivelul de preț. Aici hotărâți cât contează fiecare faptă și cât de repede se uită.',
    tasteHow:
      'Pentru fiecare categorie, marcă și nivel de preț: de câte ori s-a făcut ceva, înmulțit cu ponderea și înjumătățit la fiecare perioadă de înjumătățire scursă de atunci. O sumă negativă nu este o preferință. O schimbare se aplică imediat pe paginile clienților, pe rafturi și în „Datele dumneavoastră”; segmentele se numără din nou în fundal.',
    speaksFor: 'Vorbește în favoarea ei',
    speaksAgainst: 'Vorbește împotriva ei',
    fades: 'Cât de repede se uită',
    events: {
      view_item: { what: 'Produs văzut', why: 'A deschis pagina produsului.' },
      select_item: {
        what: 'Produs ales dintr-o listă',
        why: 'A apăsat pe el pe un raft, într-o listă sau într-o căutare.',
      },
      add_to_wishlist: { what: 'Pus pe lista de dorințe', why: 'Îl vrea, poate mai târziu.' },
      remove_from_wishlist: { what: 'Scos de pe lista de dorințe', why: 'Nu îl mai vrea sau îl are deja.' },
      add_to_cart: { what: 'Pus în coș', why: 'Este pe cale să cumpere.' },
      remove_from_cart: { what: 'Scos din coș', why: 'S-a răzgândit.' },
      purchase: { what: 'Cumpărat', why: 'Cuvântul cel mai tare: a plătit pentru el.' },
      refund: { what: 'Trimis înapoi', why: 'Cât o cumpărare o anulează; mai mult, și un retur o întrece.' },
      complaint: { what: 'Reclamat', why: 'Nu a fost mulțumit de el.' },
    },
    halfLife: 'Zile până se uită jumătate',
    halfLifeHint: 'Puține zile unde gustul urmează anotimpul; multe unde se cumpără o dată pe an.',
    asMany: (count: string) => `O cumpărare cântărește față de un produs văzut ca ${count} la 1.`,
    left: (month: string, half: string, year: string) =>
      `După 30 de zile mai contează ${month}, după o jumătate de an ${half}, după un an ${year}.`,
    effect: 'Ce ar schimba',
    noChange: 'Schimbați un număr și vedeți aici ce face pentru cei care au fost ultimii.',
    wrong: 'Un număr lipsește sau iese din limite, ori nimic nu mai vorbește în favoarea unei preferințe.',
    trying: 'Se încearcă …',
    nobody: 'Nimeni nu a arătat încă o preferință: nu este pe cine încerca.',
    moved: (count: number, categories: string) =>
      `Dintre ultimii vizitatori cărora le place ceva (${people(count)}), ${categories} ar avea altă categorie preferată.`,
    movedElse: (brands: string, bands: string) => `Altă marcă preferată: ${brands}. Alt nivel de preț: ${bands}.`,
    before: 'Acum',
    after: 'Apoi',
    nothing: 'nicio preferință',
    segments: 'Acești vizitatori în segmentele dumneavoastră:',
    keep: 'Păstrează',
    discard: 'Anulează schimbările',
    defaults: 'Înapoi la valorile inițiale',
    following: (done: string) => `Segmentele se numără din nou: ${done}`,
    never: 'Nimeni nu a schimbat încă nimic: acestea sunt valorile inițiale.',
    history: (count: number) => `Cine a schimbat: ${changes(count)}`,
    saidBy: (who: string, when: string) => `${who}, ${when}`,
    toDefaults: 'Înapoi la valorile inițiale',
    take: 'Ia aceste valori',
    open: 'Schimbă ce contează',
  },
} satisfies typeof english;
