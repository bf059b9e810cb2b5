import { pluralIn } from '../../language/plural.ts';
import type { campaignResults as english } from '../en/campaign-results.ts';

const plural = pluralIn('ro');
const further = plural({ one: 'o persoană', few: '# persoane', other: '# de persoane' });

export const campaignResults: typeof english = {
  campaignResults: {
    title: 'Ce aduce campania',
    lead: 'Fiecare persoană contează în grupul în care a nimerit la întâmplare, fie că a văzut campania, fie că nu; se compară ce a făcut după aceea.',
    back: 'Campania',
    nobody: 'Încă nimeni',
    nobodyText: 'De când variantele sunt cele de acum, nimeni nu a fost repartizat în această campanie.',
    nothing: 'Nu există cu ce compara',
    nothingText: 'Toți văd aceeași variantă. Lăsați o parte fără ea sau adăugați a doua și se va vedea ce aduce.',
    untrusted: 'Nu este de încredere',
    uneven:
      'Grupurile nu au mărimile după care au fost repartizate, mai mult decât explică întâmplarea: ceva se numără doar într-unul dintre ele.',
    twoArms:
      'Prea multe persoane au fost în două grupuri, pe dispozitive care s-au dovedit a fi ale aceleiași persoane.',
    few: 'Prea devreme',
    fewText: (more: number | null) =>
      more === null
        ? 'Într-unul dintre grupuri sunt prea puțini oameni.'
        : `Mai e nevoie de aproximativ ${further(more)}.`,
    yet: 'Încă nu s-a găsit nimic',
    yetText: (more: number | null) =>
      more === null
        ? 'Grupurile nu diferă mai mult decât explică întâmplarea.'
        : `Grupurile nu diferă mai mult decât explică întâmplarea. Cu încă aproximativ ${further(more)} s-ar vedea o diferență de o zecime.`,
    finds: 'Funcționează',
    harm: 'Dăunează',
    mixed: 'Două fețe',
    findsText: (arm: string, by: string) => `„${arm}” este mai bun decât grupul de comparație: ${by}.`,
    harmText: (arm: string, by: string) => `„${arm}” este mai slab decât grupul de comparație: ${by}.`,
    mixedText: (arm: string, by: string) =>
      `„${arm}” este mai bun după un indicator (${by}) și mai slab după celălalt.`,
    goal: 'obiectivul',
    revenue: 'venitul',
    arms: 'Grupuri',
    arm: 'Grup',
    without: 'Fără campanie',
    base: 'grup de comparație',
    people: 'Persoane',
    reached: 'Au atins obiectivul',
    net: 'Venit pe persoană',
    seen: 'Văzut',
    clicks: 'Deschis',
    dismissals: 'Închis',
    moreGoal: 'Obiectiv: mai mulți din o sută',
    moreNet: 'Venit: mai mult pe persoană',
    how: 'Cu intervalul în care se află adevărul în 95 din 100 de experimente, pentru toate grupurile împreună, oricât de des v-ați uita.',
    chance: 'Șansa de a fi cel mai bun',
    cost: (amount: string) => `Cost până acum: ${amount}.`,
    inTwoArms: (count: string) => `Au fost în două grupuri și nu sunt numărate: ${count}.`,
    since: (day: string) => `Se numără din ${day}.`,
    demoThanks:
      'Oamenii și comenzile sunt cele reale; toți au fost repartizați ca în orice magazin. Efectul a fost adăugat: dintre cei care au văzut că următoarea livrare este gratuită și au revenit abia după 30 de zile, la fiecare al patrulea comanda a fost mutată în cele 30 de zile.',
    demoWording:
      'Oamenii și comenzile sunt cele reale; toți au fost repartizați ca în orice magazin. Nu a fost adăugat niciun efect: cele două texte aduc de fapt același lucru.',
  },
};
