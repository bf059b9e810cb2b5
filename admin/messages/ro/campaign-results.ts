import { pluralIn } from '../../language/plural.ts';

import type { campaignResults as english } from '../en/campaign-results.ts';
import { people } from './counts.ts';

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
    allTitle: 'Ce aduce personalizarea',
    allLead:
      'Câțiva oameni, aleși la întâmplare, nu văd nicio campanie. Ce aduc toți ceilalți peste ei este ce aduc toate campaniile împreună.',
    allCard: 'Toate campaniile împreună',
    allLink: 'Ce aduce totul împreună',
    allShare: (share: string) =>
      `${share} dintre oameni nu văd nicio campanie; se compară ce s-a cumpărat în 30 de zile de la prima campanie, de către cei care au întâlnit-o în ultimele 90 de zile.`,
    allNobody:
      'Acum campaniile sunt văzute de toți, deci nu se va mai afla nimic. Partea se stabilește la ce este comun tuturor campaniilor.',
    held: 'Nu văd campanii',
    met: 'Văd campanii',
    buying: 'partea celor care cumpără',
    earned: 'Câștigat de toate campaniile',
    earnedMeaning:
      'Cu cât aduce mai mult o persoană, ori toți cei care au văzut campanii; cu intervalul în care se află adevărul în 95 din 100 de magazine, oricât de des v-ați uita.',
    clear: 'Zero este în afară: mai mult decât explică întâmplarea.',
    notClear: 'Zero este înăuntru: poate fi întâmplare.',
    weighted:
      'Părțile s-au schimbat: ratele, venitul și intervalele sunt ca și cum toți ar fi fost repartizați cu aceeași șansă.',
    variant: (name: string) => `Varianta ${name}`,
    shares: 'Cum sunt repartizați vizitatorii',
    sharesHow: (floor: string) =>
      `Fiecare variantă apare atât de des cât de probabil este să fie cea mai bună, niciuna sub ${floor}. Părțile se învață din nou o dată pe oră.`,
    sharesSince: 'Din',
    learnNow: 'Învață acum',
    selfTest: 'Se poate avea încredere în aceste rezultate?',
    selfTestMeaning: (splits: string) =>
      `Oamenii dumneavoastră din ultimele luni sunt împărțiți la întâmplare în două jumătăți, de atâtea ori: ${splits}. Nimic nu le deosebește, deci o diferență poate fi găsită în cel mult 5 cazuri din 100.`,
    selfTestStart: 'Testează cu oamenii mei',
    selfTestStop: 'Oprește',
    selfTestRunning: (done: string, of: string) => `Împărțiri făcute: ${done} din ${of}.`,
    selfTestRight: 'Cum trebuie să fie',
    selfTestWrong: 'Prea des',
    selfTestFound: (found: string, of: string, share: string) =>
      `O diferență a fost găsită în ${found} din ${of} împărțiri: ${share}.`,
    selfTestFew: 'În ultimele 30 de zile au cumpărat prea puțini pentru a compara ceva.',
    selfTestOf: (all: number, buyers: string) => `În test: ${people(all)}; dintre ei au cumpărat: ${buyers}.`,
    survey: {
      title: 'Ce s-a răspuns',
      seen: 'Întrebări puse',
      seenMeaning: 'De câte ori a fost văzut sondajul.',
      answered: 'Au răspuns',
      answeredMeaning: 'Oameni care au răspuns la cel puțin o întrebare.',
      none: 'Încă nu a răspuns nimeni.',
      people: plural({
        one: 'A răspuns # om; cele mai noi răspunsuri întâi.',
        few: 'Au răspuns # oameni; cele mai noi douăzeci de răspunsuri întâi.',
        other: 'Au răspuns # de oameni; cele mai noi douăzeci de răspunsuri întâi.',
      }),
      peopleLabel: 'Oameni',
      peopleMeaning: 'Fiecare om contează o dată, cu ultimul răspuns.',
      scores: { nps: 'Net Promoter Score', csat: 'Mulțumirea medie', ces: 'Ușurința medie' },
      scoreMeanings: {
        nps: 'Procentul notelor 9 și 10 (promotori) minus procentul notelor de la 0 la 6 (critici): de la −100 la +100. Notele 7 și 8 nu contează.',
        csat: 'Media răspunsurilor, de la 1, foarte nemulțumit, la 5, foarte mulțumit.',
        ces: 'Media răspunsurilor, de la 1, foarte greu, la 7, foarte ușor.',
      },
      few: 'Mai puțin de 30 de răspunsuri: se mai poate schimba mult.',
      margin: (value: string) => `plus sau minus ${value}`,
      steps: 'Câți au ales fiecare notă',
      step: 'Nota',
    },
    whatIf: 'Dacă repartizarea ar fi fost alta',
    whatIfMeaning:
      'Ce ar fi adus aceiași oameni, după șansa cu care a fost repartizat fiecare: nimeni nu trebuie să vadă nimic pentru asta. Cu intervalul în care se află adevărul la 95 din 100 de astfel de întrebări.',
    whatIfShare: (share: string) => `${share} din toți`,
    whatIfAsk: 'Calculează',
    whatIfWas: 'Cum a fost',
    whatIfWould: 'Cum se întreabă',
    whatIfUnknown: 'Nu se știe',
    whatIfNever: (arms: string) => `Nimeni nu a fost repartizat aici: ${arms}. Deci nimeni nu știe ce aduce.`,
    whatIfFew: (worth: number, needed: number) =>
      `Repartizarea se potrivește prea puțin cu ce întrebați: spune cât ${people(worth)}, și e nevoie de ${needed}.`,
    whatIfWorth: (worth: number) => `Spune cât ${people(worth)} repartizate așa cum se întreabă.`,
    demoThanks:
      'Oamenii și comenzile sunt cele reale; toți au fost repartizați ca în orice magazin. Efectul a fost adăugat: dintre cei care au văzut că următoarea livrare este gratuită și au revenit abia după 30 de zile, la fiecare al patrulea comanda a fost mutată în cele 30 de zile.',
    demoWording:
      'Oamenii și comenzile sunt cele reale; toți au fost repartizați ca în orice magazin. Nu a fost adăugat niciun efect: cele două texte aduc de fapt același lucru.',
  },
};
