import { pluralIn } from '../../language/plural.ts';
import type { customers as english } from '../en/customers.ts';
import { people } from './counts.ts';

const plural = pluralIn('ro');
const moments = plural({ one: 'un moment', few: '# momente', other: '# de momente' });

export const customers: typeof english = {
  groups: {
    names: {
      champions: 'Campioni',
      loyal: 'Fideli',
      active: 'Activi',
      new: 'Noi',
      promising: 'Promițători',
      'previously-loyal': 'Foști fideli',
      'needs-attention': 'Cer atenție',
      'almost-lost': 'Aproape pierduți',
      'at-risk': 'În pericol',
      dormant: 'Adormiți',
      prospects: 'Potențiali',
    },
    meanings: {
      champions: 'Au cumpărat de curând, des și de sume mari. Mulțumește-le și arată-le lor întâi noutățile.',
      loyal: 'Cumpără des sau de sume mari, ultima oară nu demult. Păstrează-i aproape.',
      active: 'Au revenit de curând, încă nu des sau de sume mari. Arată-le ce se potrivește cu ce au.',
      new: 'Tocmai au cumpărat prima oară. Cel mai mult contează o a doua vizită bună.',
      promising: 'Au cumpărat o dată, cu ceva timp în urmă. Un motiv de a reveni îi poate câștiga.',
      'previously-loyal': 'Cândva cumpărau des și de sume mari, dar lipsesc de cel mai mult timp.',
      'needs-attention': 'Între revenire și plecare. Amintește-le acum de tine.',
      'almost-lost': 'Au cumpărat puțin și de mult.',
      'at-risk': 'Au cumpărat des sau de sume mari, dar de mult. Recâștigă-i întâi pe ei.',
      dormant: 'Au cumpărat puțin și lipsesc de cel mai mult timp.',
      prospects: 'S-au uitat și nu au cumpărat nimic sau au returnat tot.',
    },
  },

  customers: {
    visits: 'Șansa de cumpărare într-o vizită: spus și împlinit',
    visitsMeaning:
      'Fiecare moment al unei vizite este prezis înainte de a se învăța din el. Un punct pe linie: dintre momentele despre care s-a spus că duc la o comandă în 30 din 100 de cazuri, 30 din 100 au și dus. Un punct mai mare înseamnă mai multe momente.',
    visitsLearned: (count) =>
      `Învățat până acum din ${moments(count)} ale vizitelor. Un magazin nou pornește de la ce este obișnuit.`,
    foretold: 'Spus',
    happened: 'Împlinit',
    moments: 'Momente',
    visitsPicture: 'Ce s-a spus, de la stânga la dreapta, față de ce s-a împlinit, de jos în sus',
    title: 'Clienți',
    lead: 'Cine cumpără, cine ar putea pleca și la ce să te aștepți de la ei: de la prima comandă.',
    customers: 'Clienți',
    customersMeaning:
      'Persoane cu o comandă care nu a fost returnată în întregime. Comenzile nimănui cunoscut nu intră aici.',
    ofPeople: (count) => `din ${people(count)} pe care magazinul le-a văzut`,
    net: 'Venit net',
    netMeaning: 'Toate comenzile clienților cunoscuți după rambursări, în moneda magazinului.',
    nextOrders: 'Comenzi așteptate',
    nextOrdersMeaning:
      'De la acești clienți în următoarele douăsprezece luni, după modelul BG/NBD al ritmului lor de până acum.',
    nextNet: 'Venit așteptat',
    nextNetMeaning:
      'De la acești clienți în următoarele douăsprezece luni: comenzile așteptate înmulțite cu valoarea unei comenzi a fiecăruia (Gamma-Gamma).',
    year: 'în 12 luni',
    fitted: (count, when) => `Învățat de la ${people(count)}, ${when}.`,
    borrowed: 'Încă nimic învățat de la acest magazin: așteptările urmează cifrele publicate ale altui magazin.',
    fitting: 'Se învață acum din comenzile magazinului …',
    groups: 'Grupuri',
    groupsMeaning:
      'Fiecare client are trei note de la 1 la 5: cât de curând, cât de des și de ce sume a cumpărat, față de ceilalți clienți ai magazinului. Scările unui magazin mic se sprijină pe valori obișnuite. De la stânga la dreapta: cât de curând. De jos în sus: cât de des și de ce sume.',
    how: 'Cum?',
    shareOfNet: (share) => `${share} din net`,
    moves: 'Cine s-a mutat',
    movesMeaning: 'Grupul în care era clientul în ziua aceea, după comenzile de până atunci, și grupul de acum.',
    since: 'De când',
    daysAgo: plural({ one: 'acum o zi', few: 'acum # zile', other: 'acum # de zile' }),
    from: 'De la',
    to: 'La',
    people: 'Persoane',
    noMoves: 'Nimeni nu a schimbat grupul.',
    top: 'De la cine se așteaptă cel mai mult',
    group: 'Grup',
    returns: 'Cumpără într-un an',
    returnsMeaning: 'Probabilitatea a cel puțin unei comenzi în următoarele douăsprezece luni.',
    nextYear: 'Următoarele 12 luni',
    nextYearMeaning: 'Venitul net așteptat și limitele în care se află în opt cazuri din zece.',
    range: (low, high) => `de la ${low} la ${high}`,
    movedFrom: (group, days) => `${days}: ${group}`,
    backToGroups: 'Toate grupurile',
    emptyTitle: 'Încă niciun client',
    emptyText: 'Apar odată cu prima comandă. Importă comenzile trecute ale magazinului și grupurile sunt gata pe loc.',
    emptyAction: 'Cum sosesc comenzile',
    nobodyTitle: 'Acum nu e nimeni aici',
    nobodyText: 'Oamenii trec dintr-un grup în altul cu fiecare comandă și cu timpul.',
  },

  worth: {
    within: 'În ce timp',
    next: 'Următoarea comandă',
    nextMeaning:
      'Jumătate dintre clienții cu acest ritm comandă mai devreme, jumătate mai târziu; după pauzele dintre comenzi, cu cele care încă durează.',
    again: 'Poate avea nevoie din nou în curând',
    againMeaning:
      'După cât au așteptat această persoană și altele până au cumpărat din nou același produs. Unde istoricul e scurt, contează categoria și magazinul.',
    product: 'Produs',
    bought: 'Cumpărat',
    times: plural({ one: 'o dată', few: 'de # ori', other: 'de # de ori' }),
    due: 'Când',
    noneDue: 'Nimic nu e așteptat în următoarele două luni.',
    title: 'La ce să te aștepți',
    meaning:
      'După ritmul și valoarea comenzilor acestui client și ale tuturor celorlalți (BG/NBD și Gamma-Gamma). Limitele se confirmă în opt cazuri din zece.',
    alive: 'Revine',
    aliveMeaning: 'Probabilitatea ca acest client să mai cumpere vreodată.',
    aliveWords: {
      sure: 'Foarte probabil va mai cumpăra.',
      likely: 'Probabil va mai cumpăra, mai devreme sau mai târziu.',
      open: 'Nu se știe dacă revine.',
      unlikely: 'Probabil a plecat: tăcerea e lungă pentru ritmul său.',
    },
    once: 'O singură comandă spune puțin: este mai ales ce fac clienții magazinului.',
    inDays: plural({ one: 'Într-o zi', few: 'În # zile', other: 'În # de zile' }),
    orders: 'Comenzi',
    value: 'Venit net',
    session: 'Cumpără în această vizită',
    sessionMeaning: 'Probabilitatea ca în vizita în curs să urmeze o comandă, după ce s-a întâmplat în ea până acum.',
    prospect: 'Fără nicio comandă, nu există încă la ce să te aștepți.',
    returns: 'Cumpără din nou',
    returnsMeaning: 'Probabilitatea a cel puțin unei comenzi în acest timp.',
    before: 'Înainte',
  },
};
