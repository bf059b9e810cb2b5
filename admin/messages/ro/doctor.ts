import { pluralIn } from '../../language/plural.ts';
import type { doctor as english } from '../en/doctor.ts';
import { orders } from './counts.ts';

const plural = pluralIn('ro');

export const doctor: typeof english = {
  doctor: {
    title: 'Date',
    lead: 'Ce trimite magazinul în ultimele șapte zile (UTC): ce sosește, ce lipsește și cum se îndreaptă.',
    trust: 'Încrederea în date',
    trustMeaning: '100 înseamnă că nu se știe nimic greșit. O parte care nu poate fi încă judecată nu contează.',
    trustNone: 'Încă nu e nimic de judecat.',
    weight: (share) => `cântărește ${share}`,
    wrong: (share) => `${share} greșite`,
    notJudged: 'încă prea puțin',
    parts: {
      accepted: { label: 'Acceptate', meaning: 'Evenimentele păstrate, față de cele refuzate.' },
      arrived: {
        label: 'Sosite',
        meaning:
          'Numere care lipsesc din șirul paginilor încheiate. Ce se pierde la sfârșitul paginii nu se vede, deci cel puțin atât.',
      },
      complete: { label: 'Întregi', meaning: 'Evenimente de produs cu preț, monedă și valoare.' },
      once: { label: 'O singură dată', meaning: 'Pagini care raportează fiecare vizualizare o dată.' },
      orders: {
        label: 'Comenzile se potrivesc',
        meaning: 'Comenzi raportate și de browser, și de serverul dvs. Se judecă după ce serverul trimite comenzi.',
      },
    },
    events: 'Evenimente păstrate',
    eventsMeaning: 'Fiecare eveniment o dată, oricât ar fi fost trimis.',
    refused: 'Refuzate',
    refusedMeaning: 'Evenimente care nu au putut fi păstrate așa cum au fost trimise.',
    duplicates: 'Trimise din nou',
    duplicatesMeaning: 'Evenimente care sosiseră deja. Nu strică: fiecare se păstrează o dată.',
    ordersNote: (count) => `${orders(count)} printre ele`,
    robots: 'Roboți lăsați deoparte',
    robotsMeaning: 'Cereri ale programelor și ale paginilor pe care nu le-a văzut nimeni. Se numără doar aici.',
    consent: 'Acord pentru statistici',
    consentMeaning: 'Partea vizualizărilor ai căror vizitatori permit numărarea între pagini.',
    consentNote: (refused, unknown) => `${refused} refuzat, ${unknown} fără răspuns`,
    problems: 'Ce este de îndreptat',
    good: 'Nimic greșit',
    goodText: 'Tot ce a sosit în ultimele șapte zile a fost păstrat și nu lipsește nimic.',
    times: plural({ one: '# dată', few: '# ori', other: '# de ori' }),
    newest: (example) => `Cel mai recent: ${example}`,
    arrives: 'Ce sosește',
    name: 'Eveniment',
    today: 'Astăzi',
    week: '7 zile',
    trend: 'Zi cu zi',
    whoRobots: 'Roboți',
    snippets: 'Versiunile scriptului',
    snippetsMeaning:
      'Vizualizări de pagini după versiunea scriptului care le-a trimis. Un magazin care copiază scriptul în loc să îl încarce rămâne în urmă.',
    version: 'Versiune',
    kind: 'Fel',
    kinds: {
      crawler: 'Roboți de căutare și alții',
      assistant: 'Roboți și cititori AI',
      headless: 'Browsere fără ecran',
      nameless: 'Programe fără nume',
      prerender: 'Pagini încărcate din timp',
    },
    emptyTitle: 'Încă nu a sosit nimic',
    emptyText: 'De îndată ce o pagină a magazinului trimite ceva, aici se vede dacă e corect.',
    emptyAction: 'Ia eticheta',
    seen: 'Ce vedem cât așteptați',
    seenRobots: (count) => `Până acum au venit doar roboți: ${count}. Deschideți magazinul în browserul dvs.`,
    fixes: {
      'turned-away.wrong-origin': {
        what: 'Pagini de la altă adresă trimit pentru acest magazin',
        fix: 'Dacă paginile sunt ale dvs., adăugați adresa lor la originile magazinului (vitrina serve --origin). Dacă nu, cineva v-a copiat eticheta: nimic nu s-a păstrat.',
      },
      'turned-away.no-origin': {
        what: 'Cereri fără adresă',
        fix: 'Aici trimit doar pagini din browser. Serverul dvs. folosește interfața de server, cu cheie secretă.',
      },
      'turned-away.invalid-token': {
        what: 'Jetoane de vizitator străine',
        fix: 'De obicei nu strică: scriptul le aruncă și trimite din nou. Dacă rămân, vedeți dacă două instalări împart un domeniu.',
      },
      'refused.id': {
        what: 'Evenimente cu identificator nepotrivit',
        fix: 'Un identificator are doar litere, cifre, _ . și -, cel mult 64. Lăsați-l în seama scriptului.',
      },
      'refused.name': {
        what: 'Evenimente cu nume nepotrivit',
        fix: 'Numele începe cu o literă și are cel mult 64 de litere, cifre și _.',
      },
      'refused.time': {
        what: 'Evenimente cu timp imposibil',
        fix: 'Ceasul browserului e greșit sau evenimentul are peste 30 de zile: importați istoricul.',
      },
      'refused.currency': {
        what: 'Monedă necunoscută',
        fix: 'Trimiteți în „currency” un cod ISO 4217, de exemplu RON, nu un semn sau un cuvânt.',
      },
      'refused.amount': {
        what: 'Sume care nu sunt numere',
        fix: 'Trimiteți prețul și valoarea ca numere, de exemplu 199.50, fără monedă sau cuvinte.',
      },
      'refused.order-id': {
        what: 'Comenzi fără număr',
        fix: 'Trimiteți numărul comenzii în „transaction_id” la fiecare cumpărare.',
      },
      'refused.item-id': {
        what: 'Produse fără număr potrivit',
        fix: 'Trimiteți în „item_id” numărul produsului din catalog.',
      },
      'refused.items': {
        what: 'Liste de produse care nu se pot citi',
        fix: 'Trimiteți „items” ca listă de produse, fiecare cu „item_id” propriu și o cantitate de la 0.',
      },
      'refused.identity': {
        what: 'Autentificări nedovedite',
        fix: 'Semnați identitatea pe server cu secretul din pagina de instalare, cu cel mult 15 minute înainte.',
      },
      'refused.params': {
        what: 'Detalii care nu se pot citi',
        fix: 'Comparați evenimentul cu exemplul din documentație: un câmp are altă formă.',
      },
      'untold.whom': {
        what: 'Date de la o sursă despre nimeni',
        fix: 'Spuneți despre cine este vorba: număr de client, adresă de e-mail sau număr de telefon cu cifre.',
      },
      'untold.time': {
        what: 'Date de la o sursă cu timp inutilizabil',
        fix: 'Trimiteți momentul în care sursa a aflat, ca 2026-11-21T18:00:00Z, niciodată din viitor: verificați ceasul acelui sistem.',
      },
      'untold.answer': {
        what: 'Date care nu se potrivesc cu întrebarea lor',
        fix: 'Magazinul întreabă singur acest lucru: trimiteți valoarea așa cum o așteaptă întrebarea sau adăugați varianta lipsă la Întrebări.',
      },
      'untold.type': {
        what: 'Date fără tip sau sub un nume nepermis',
        fix: 'Trimiteți {"type": "text", "value": …} (într-un fișier, capul coloanei: tier:text), sub un nume cu litere latine mici, sau faceți din ele o întrebare a magazinului.',
      },
      'untold.traits': {
        what: 'Înregistrări ale unei surse care nu spun nimic sau spun prea mult',
        fix: 'Trimiteți între 1 și 30 de date despre fiecare persoană, în „traits”.',
      },
      'shortcoming.no-items': {
        what: 'Evenimente de produs fără produse',
        fix: 'Trimiteți „items” cu cel puțin un produs.',
      },
      'shortcoming.no-price': {
        what: 'Produse fără preț',
        fix: 'Trimiteți „price” pe bucată sau importați catalogul, care îl cunoaște.',
      },
      'shortcoming.no-currency': {
        what: 'Sume fără monedă',
        fix: 'Trimiteți „currency” cu ele. Până atunci se ia moneda magazinului.',
      },
      'shortcoming.no-value': {
        what: 'Comenzi fără valoare',
        fix: 'Trimiteți „value”: suma prețurilor ori cantitate, fără transport și taxe.',
      },
      twice: {
        what: 'Aceeași vizualizare este raportată de două ori',
        fix: 'Eticheta apare de două ori, adesea în temă și într-un manager de etichete. Scoateți una.',
      },
      lost: {
        what: 'Evenimente se pierd pe drum',
        fix: 'Blocatoarele de reclame și conexiunile slabe își iau partea. Un subdomeniu propriu pentru Vitrina recâștigă cea mai mare parte.',
      },
      'orders-browser': {
        what: 'Comenzi raportate doar de browser',
        fix: 'Serverul nu le trimite. Vedeți dacă exportul lasă afară o metodă de plată sau o stare.',
      },
      'orders-server': {
        what: 'Comenzi raportate doar de server',
        fix: 'Pagina de mulțumire nu le raportează: plata se încheie în altă parte sau acolo lipsește eticheta.',
      },
    },
  },
};
