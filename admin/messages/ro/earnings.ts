import { pluralIn } from '../../language/plural.ts';
import type { earnings as english } from '../en/earnings.ts';

const plural = pluralIn('ro');
const orders = plural({ one: '# comandă', few: '# comenzi', other: '# de comenzi' });
const visitors = plural({ one: 'încă # vizitator', few: 'încă # vizitatori', other: 'încă # de vizitatori' });
const days = plural({ one: 'încă # zi', few: 'încă # zile', other: 'încă # de zile' });
const products = plural({ one: '# produs', few: '# produse', other: '# de produse' });

export const earnings: typeof english = {
  earnings: {
    title: 'Ce câștigă rafturile',
    lead: 'Ce s-a deschis pe fiecare raft și s-a cumpărat apoi, și cât din asta ar lipsi fără raft.',
    toRecipes: 'Rețete',
    toResults: 'Ce câștigă',
    period: 'Perioada',
    periods: { '7': '7 zile', '30': '30 de zile', '90': '90 de zile', '365': '12 luni', own: 'Zile alese' },
    from: 'De la',
    to: 'Până la',
    slot: 'Locul',
    recipe: 'Rețeta',
    all: 'Toate',
    views: 'Văzute',
    viewsMeaning: 'De câte ori cel puțin jumătate din raft a stat o secundă pe ecran.',
    clicks: 'Deschise',
    clicksMeaning: 'De câte ori s-a deschis un produs de pe raft; dedesubt, la o sută de văzute.',
    carts: 'În coș',
    cartsMeaning: 'Produse puse în coș de cineva care le deschisese pe un raft în cele 7 zile dinainte.',
    orders: 'Comenzi',
    ordersMeaning:
      'Comenzi cu un produs pe care aceeași persoană, pe orice dispozitiv, îl deschisese pe un raft în cele 7 zile dinainte. Cele anulate nu contează.',
    net: 'Venit după deschidere',
    netMeaning:
      'Ce s-a plătit chiar pentru aceste produse și nu s-a returnat, fără taxe și livrare. Fiecare rând al unei comenzi contează o dată, pentru ultimul raft pe care s-a deschis produsul.',
    filled: 'Arătate',
    filledMeaning: 'De câte ori raftul a avut ceva pe el; dacă stă jos în pagină, poate nu l-a văzut nimeni.',
    rate: (share, before) => `${share} din cele văzute; înainte: ${before}`,
    against: (change, before) => `${change} față de ${before} înainte`,
    noneBefore: 'Niciuna în perioada dinainte',
    counting: (share) => `Deocamdată s-a numărat ${share} din istoria magazinului; numerele încă cresc.`,
    attributedOnly:
      'Aceste numere spun ce a urmat după o deschidere. O parte s-ar fi cumpărat oricum: cât anume, spune doar comparația de mai jos.',
    unrated: (count, currency) =>
      `${orders(count)} în ${currency} nu sunt în nicio sumă: nu se știe cursul zilelor lor. Trimiteți cursurile la /v1/rates.`,

    brings: 'Ce ar lipsi fără rafturi',
    bringsMeaning:
      'Hazardul ține raftul departe de câțiva vizitatori. Cu cât cheltuiesc ceilalți mai mult decât ei, atât aduce raftul, oricine ar fi deschis orice. Oricât de des v-ați uita, valoarea adevărată stă în interval în 95 din 100 de astfel de comparații.',
    notCompared:
      'Nimeni nu rămâne fără raft, așa că nu se poate spune ce aduc rafturile peste ce s-ar fi cumpărat oricum.',
    costOfComparing: (share, amount) =>
      `Dacă ${share} dintre vizitatori n-ar vedea rafturi, asta ar costa cel mult vreo ${amount} într-o perioadă ca aceasta: aceeași parte din venitul după deschidere.`,
    compare: 'Alegeți un grup de comparație',
    comparedBefore: 'Acum nimeni nu mai rămâne fără raft; acestea sunt zilele în care unii rămâneau.',
    nobodyDrawn: (share) =>
      `${share} dintre vizitatori rămân fără raft, dar în această perioadă n-a venit nimeni pentru care s-a tras la sorți.`,
    groupsOf: (place) => `Cele două grupuri: ${place}`,
    group: 'Grupul',
    withShelf: 'Cu raft',
    withoutShelf: { own: 'Fără el: conținutul propriu', popular: 'Fără el: ce este popular' },
    comparedWith: {
      own: (place) => `${place}, față de conținutul propriu al magazinului`,
      popular: (place) => `${place}, față de ce este popular`,
    },
    people: 'Oameni',
    peopleMeaning:
      'Toți cărora li se cuvenea raftul, fie că l-au văzut, fie că nu; toate dispozitivele unei persoane la un loc.',
    buyers: 'Au cumpărat',
    buyersMeaning:
      'Cine a comandat ceva, orice ar fi fost, după ce raftul i s-a cuvenit prima dată; dedesubt, dintr-o sută.',
    perVisitor: 'Venit pe om',
    perVisitorMeaning: 'Tot ce au cumpărat după aceea, fără retururi, în medie pe om din grup.',
    comparedSince: (share, day) => `${share} rămân fără el; numărat din ${day}, de când e valabilă această parte.`,
    limit: (amount) =>
      `Nimeni nu cântărește mai mult de ${amount}: 99 din 100 de cumpărători au cheltuit mai puțin, iar altfel ar hotărî o singură comandă mare.`,
    tooFew: 'E prea devreme',
    missing: (people, time) =>
      `Mai trebuie cam ${visitors(people)}, în ritmul de până acum ${days(time)}: fiecare grup are nevoie de cel puțin 100 de oameni și 25 de cumpărători.`,
    missingUnknown:
      'Fiecare grup are nevoie de cel puțin 100 de oameni și 25 de cumpărători; într-unul încă n-a cumpărat nimeni.',
    sure: 'Câștigă',
    sureLoss: 'Costă',
    undecided: 'Nehotărât',
    earns: (amount) => `În această perioadă raftul a adus cam ${amount} care ar fi lipsit fără el.`,
    loses: (amount) => `În această perioadă s-a cumpărat cu raft cu vreo ${amount} mai puțin decât fără el.`,
    unsure: 'Cu raft și fără el se cumpără cam la fel; o diferență nu se poate deosebi încă de hazard.',
    tenthNeeds: (people) => `Pentru a vedea o diferență de o zecime e nevoie de cam ${visitors(people)}.`,
    uneven: 'Grupurile sunt inegale',
    unevenMeaning:
      'Unul e mai mare decât poate explica hazardul: cineva e numărat într-un singur grup, deci comparația nu e de încredere.',
    between: (low, high) => `Între ${low} și ${high}.`,
    perOne: (mean, low, high) => `Pe om: ${mean} (de la ${low} la ${high}).`,
    conversion: (mean, low, high) => `Cumpărători la 100 de oameni: ${mean} (de la ${low} la ${high}).`,

    which: 'Care raft cât câștigă?',
    by: 'După',
    groups: { recipe: 'Rețetă', slot: 'Loc', version: 'Loc și versiune' },
    products: 'Care produse?',
    product: 'Produsul',
    productCount: products,
    sorts: { net: 'Venit', clicks: 'Deschise', shown: 'Arătate' },
    shown: 'Pe rafturi',
    shownMeaning: 'De câte ori a stat pe un raft.',
    whoOpened: (product) => `Cine a deschis „${product}”?`,
    allProducts: 'Toate produsele',
    nobodyOpened: 'Nimeni nu l-a deschis pe aceste rafturi în aceste zile.',
    who: 'Cine',
    uncounted: 'Cineva fără profil',
    when: 'Când',
    where: 'Pe care raft',
    why: 'De ce stătea acolo',
    place: (place) => `Locul ${place} pe raft`,
    after: 'Și apoi',
    bought: (amount) => `Cumpărat: ${amount}`,
    inCart: 'Pus în coș',
    onlyOpened: 'Doar deschis',

    coverage: 'Cât din gamă arată rafturile',
    nothingOffered: 'Niciun produs nu e în stoc.',
    covered: (shown, offered, share) => `${shown} din ${offered} produse în stoc au stat pe un raft: ${share}.`,
    coldCounts: {
      unshown: (count) => `${products(count)} pe niciun raft`,
      unseen: (count) => `${products(count)} la care nu s-a uitat nimeni`,
      unsold: (count) => `${products(count)} pe care nu le-a cumpărat nimeni`,
    },
    cold: 'Produse care nu găsesc pe nimeni',
    coldBy: 'În aceste zile',
    kinds: { unshown: 'Pe niciun raft', unseen: 'Neprivite', unsold: 'Necumpărate' },
    noCold: 'Nu e niciunul.',
    offeredSince: 'Oferit din',
    looks: 'Privit',
    looksMeaning: 'Vizualizări ale paginii lui, orice ar fi dus acolo.',
    pieces: 'Cumpărat',
    piecesMeaning: 'Bucăți comandate și nereturnate, orice ar fi dus la asta.',
    carried: 'Produse asemănătoare',
    carriedMeaning:
      'Câte dintre produsele cele mai asemănătoare după nume, marcă, categorie și preț duc înapoi la el: lângă ele un raft îl poate arăta, deși încă nimeni n-a făcut nimic.',
    carriedBy: plural({ one: '# duce la el', few: '# duc la el', other: '# duc la el' }),
    carriedByNone: 'Niciunul nu duce la el',
    emptyTitle: 'În aceste zile nu s-a arătat niciun raft',
    emptyText:
      'Alegeți alte zile sau puneți un raft în paginile magazinului: ce câștigă se vede aici de la prima afișare.',
    emptyAction: 'Cum se pune un raft',
  },
};
