import { pluralIn } from '../../language/plural.ts';
import type { byExample as english } from '../en/by-example.ts';

const plural = pluralIn('ro');

export const byExample: typeof english = {
  byExample: {
    title: 'Segment după exemple',
    lead: 'Arătați câțiva clienți la care vă gândiți. Ce au în comun ei, iar ceilalți nu, devine o regulă pe care o puteți citi și schimba.',
    examples: 'Exemple',
    search: 'Găsiți pe cineva',
    pick: 'Ia',
    people: 'Clienți, câte unul pe rând',
    peopleHint: 'Între cinci și cincizeci de numere de client, adrese de e-mail, telefoane sau numere de vizitator.',
    find: 'Găsește ce au în comun',
    result: 'Ce au în comun',
    fromList: 'Alegeți din lista vizitatorilor',
    gone: 'Această căutare nu mai există: între timp serverul a fost repornit sau în acest magazin a început o altă căutare. Trebuie începută din nou.',
    again: 'Căutați din nou',
    failed: 'Căutarea a eșuat. Încercați din nou.',
    searching: 'Îi comparăm cu alți oameni',
    nothing:
      'Nimic nu îi deosebește pe acești oameni de ceilalți: ce au în comun au și mulți alții sau poate fi întâmplare. Mai multe exemple ajută.',
    recall: 'Regăsiți',
    recallMeaning:
      'Fiecare exemplu a fost pus o dată deoparte, iar regula învățată din celelalte a fost întrebată dacă este valabilă pentru el; intervalul arată ce spun atât de puține exemple, în nouă cazuri din zece.',
    precision: 'Sigur corect',
    precisionMeaning:
      'Câți dintre oamenii din segment sunt exemplele dumneavoastră. Despre ceilalți nu a spus nimeni dacă îi aveți în vedere, deci partea adevărată nu poate fi decât mai mare.',
    lift: 'Amplificare',
    liftMeaning: 'De câte ori mai des este valabilă regula pentru exemplele puse deoparte decât pentru toți ceilalți.',
    others: 'Alții în el',
    use: 'Folosește regula',
    count: plural({ one: '# rând până acum.', few: '# rânduri până acum.', other: '# de rânduri până acum.' }),
    ofAll: (found: string, all: string) => `${found} din ${all}`,
    between: (low: string, high: string) => `de la ${low} la ${high}`,
    atLeast: (share: string) => `cel puțin ${share}`,
    unknown: (names: string) => `Nu este cunoscut nimeni ca: ${names}`,
  },
};
