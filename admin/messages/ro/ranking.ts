import { pluralIn } from '../../language/plural.ts';
import type { ranking as english } from '../en/ranking.ts';

const plural = pluralIn('ro');

export const ranking: typeof english = {
  ranking: {
    title: 'Ordinea listelor proprii ale magazinului',
    lead: 'Rezultatele căutării și categoriile care cer acest lucru sunt puse în ordinea potrivită fiecărui vizitator. Toate produsele rămân; se schimbă doar locurile lor.',
    kinds: { search: 'Rezultatele căutării', category: 'Categorii' },
    isOn: 'Pune în ordinea potrivită fiecărui vizitator',
    strength: 'Putere, %',
    strengthHint: '0: ordinea magazinului. 100: ce se știe despre vizitator contează pe deplin.',
    most: 'Cel mult atâtea locuri în sus sau în jos',
    keepFirst: 'Păstrează primele',
    keepFirstHint: 'Atâtea produse rămân unde le-a pus magazinul. O pagină a magazinului poate cere mai multe.',
    sinks: 'Ce nu este în stoc merge la sfârșit',
    save: 'Salvează ordinea',
    discard: 'Renunță la modificări',
    usual: 'Așa cum a venit cu magazinul',
    saved: (version) => `Salvat ca versiunea ${version}. Următoarea listă cerută o urmează.`,
    refused: 'Colectorul a refuzat această valoare.',
    conflict:
      'Între timp altcineva a schimbat ordinea. Schimbările dumneavoastră sunt încă aici: luați-le pe ale lor sau notați-le întâi pe ale dumneavoastră.',
    loadTheirs: 'Ia varianta lor',

    history: 'Toate versiunile ordinii',
    /** Of a version in one line, after the kind of list. */
    off: 'cum o are magazinul',
    withStrength: (percent) => `putere ${percent}`,
    places: plural({ one: 'cel mult un loc', few: 'cel mult # locuri', other: 'cel mult # de locuri' }),
    firstStay: (count) => `primele ${count} rămân`,
    outOfStockLast: 'ce lipsește, la sfârșit',
    named: (version) => `Ordinea listelor magazinului, versiunea ${version}`,
  },
};
