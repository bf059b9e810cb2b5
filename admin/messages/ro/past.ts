import { pluralIn } from '../../language/plural.ts';
import type { past as english } from '../en/past.ts';

const plural = pluralIn('ro');
const shelves = plural({ one: 'un raft', few: '# rafturi', other: '# de rafturi' });
const decisions = plural({ one: 'o decizie', few: '# decizii', other: '# de decizii' });

export const past: typeof english = {
  past: {
    title: 'Pe decizii reale',
    meaning:
      'Rafturile pe care magazinul le-a hotărât de curând sunt hotărâte din nou: pentru același vizitator, cu ce făcuse până atunci, pe pagina aceea, cu coșul acela, la ora aceea. Catalogul, prețurile, stocul și tot ce a învățat magazinul sunt cele de azi; locul de unde vine cineva este cel cunoscut despre el. Nu se înregistrează nimic.',
    which: 'Care decizii',
    ofThis: 'cele care au cerut această rețetă',
    inPlace: (place) => `toate din: ${place}`,
    start: (count) => `Încearcă pe ultimele ${count}`,
    again: 'Încearcă din nou',
    stop: 'Oprește',
    tried: (count) => `Încercate până acum: ${decisions(count)}…`,
    isOld: 'Rețeta a fost schimbată între timp: încercați din nou ca să vedeți urmarea.',
    none: 'Încă nu există astfel de decizii.',
    nonePossible: (count) =>
      `${decisions(count)}, dintre care niciuna nu poate fi refăcută: acordul a fost retras, o rețetă sau o persoană nu mai există ori s-a notat prea puțin.`,
    changed: (changed, all) => `S-ar schimba ${changed} din ${shelves(all)}.`,
    reordered: (count) => `Dintre acestea, doar ordinea: ${shelves(count)}.`,
    stays: (percent) => `În medie rămân ${percent} din produse.`,
    comesIn: 'Apare',
    fallsOut: 'Dispare',
    onShelves: (count) => `pe ${shelves(count)}`,
    noLacks: 'Niciunul nu e gol, scurt sau umplut de altă rețetă, nici acum, nici cu schimbările dumneavoastră.',
    lacksTitle: 'Rafturi cărora le lipsește ceva',
    lacks: {
      empty: 'Goale: rămâne conținutul propriu al magazinului',
      standIn: 'Umplute de o rețetă de rezervă',
      short: 'Mai puține produse decât locuri',
    },
    before: 'Acum',
    after: 'Cu schimbările dumneavoastră',
    examples: 'Unde s-ar schimba cel mai mult',
    visitor: 'Vizitator',
    ownContent: 'conținutul propriu al magazinului',
    otherRecipe: (before, after) => `„${after}” în loc de „${before}”`,
    otherOrder: 'Aceleași produse în altă ordine.',
    decision: 'Ce s-a hotărât atunci și de ce',
    madeAgain:
      'Și rețeta de acum, și schimbările dumneavoastră sunt urmate din nou azi, deci diferența vine numai din schimbări.',
    found: (percent) => `Din ce stătea cu adevărat pe rafturi atunci, rețeta de acum arată din nou ${percent}.`,
    passed: (count) =>
      `Lăsate deoparte: ${decisions(count)} care nu pot fi refăcute, fiindcă acordul a fost retras, o rețetă sau o persoană nu mai există ori s-a notat prea puțin.`,
  },
};
