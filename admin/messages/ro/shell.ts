import { pluralIn } from '../../language/plural.ts';
import type { shell as english } from '../en/shell.ts';
import { minutes } from './counts.ts';

const plural = pluralIn('ro');
const seconds = plural({ one: 'o secundă', few: '# secunde', other: '# de secunde' });
const duration = (wait: number) => (wait < 60 ? seconds(wait) : minutes(Math.ceil(wait / 60)));

export const shell: typeof english = {
  loading: 'Se încarcă',

  loadMore: 'Arată mai multe',

  versions: {
    version: (version: number) => `versiunea ${version}`,
    cameWithShop: 'A venit cu magazinul',
    takeUp: 'Ia în formular',
  },

  justNow: 'chiar acum',

  times: (zone) => `Orele sunt în fusul orar al magazinului, ${zone}.`,

  unknownVisitor: (id) => `Vizitator …${id}`,

  devices: { desktop: 'Calculator', phone: 'Telefon', tablet: 'Tabletă' },

  file: { choose: 'Alegeți un fișier', drop: 'sau trageți-l aici' },

  copy: {
    copy: 'Copiază',
    copied: 'Copiat',
    blocked: 'Browserul a refuzat: selectează textul și copiază-l manual',
  },

  problem: {
    code: 'Cod:',
    retry: 'Încearcă din nou',
    refused: 'Cererea a fost refuzată',
    offline: {
      what: 'Serverul nu răspunde',
      todo: 'Verifică dacă Vitrina rulează și dacă ai conexiune, apoi încearcă din nou.',
    },
    linkInvalid: {
      what: 'Acest link nu mai este valabil',
      todo: 'Un link se deschide o singură dată și doar o vreme. Unul nou se obține din terminal.',
    },
    wrongCredentials: { what: 'E-mailul sau parola este greșită', todo: 'Verifică-le și încearcă din nou.' },
    tooManyAttempts: {
      what: 'Prea multe încercări',
      todo: (wait) => `Din motive de siguranță, autentificarea este oprită pentru ${duration(wait)}.`,
    },
    notFound: { what: 'Nu a fost găsit', todo: 'Poate a fost șters sau adresa este incompletă.' },
    forbidden: { what: 'Fără acces', todo: 'Rolul tău nu permite acest lucru. Întreabă proprietarul magazinului.' },
    server: {
      what: 'Serverul a greșit',
      todo: 'Nu din cauza ta. Încearcă din nou; dacă persistă, comunică codul de mai jos.',
    },
    unexpected: {
      what: 'Panoul a greșit',
      todo: 'Reîncarcă pagina; dacă persistă, comunică codul de mai jos.',
    },
  },

  entrance: { unreachable: 'Vitrina nu poate fi contactată' },

  shell: {
    skip: 'Sari la pagină',
    navigation: 'Meniu principal',
    menuOf: (name) => `Meniul pentru ${name}`,
    language: 'Limbă',
    theme: 'Aspect',
    themes: { system: 'Ca sistemul', light: 'Luminos', dark: 'Întunecat' },
    roles: { owner: 'Proprietar' },
    shortcuts: 'Scurtături de la tastatură',
    close: 'Închide',
    signOut: 'Ieși',
  },

  rooms: {
    live: 'În direct',
    visitors: 'Vizitatori',
    customers: 'Clienți',
    profit: 'Rentabilitate',
    loop: 'Ciclul',
    segments: 'Segmente',
    campaigns: 'Campanii',
    recommendations: 'Recomandări',
    questions: 'Întrebări',
    data: 'Date',
    install: 'Instalare',
    catalog: 'Catalog',
    keys: 'Chei',
    settings: 'Setări',
  },

  noSuchPage: {
    title: 'Pagina nu există',
    headline: 'Nu este nimic la această adresă',
    text: 'Linkul poate fi vechi sau incomplet.',
    back: 'Mergi la În direct',
  },

  badges: {
    demo: 'DEMO',
    demoMeaning: 'Acest magazin și istoricul lui au fost create pentru a prezenta Vitrina',
    simulated: 'Demo',
    simulatedMeaning: 'Creat de traficul demonstrativ, nu de o persoană',
    known: 'Client cunoscut',
    knownMeaning: 'Magazinul însuși a spus cine este',
    unknown: 'Anonim',
    unknownMeaning: 'Magazinul nu a spus cine este',
    mayPersonalise: 'Personalizare permisă',
    mayPersonaliseMeaning: 'Vizitatorul a acceptat ca profilul său să aleagă ce i se arată',
    statisticsOnly: 'Doar statistici',
    statisticsOnlyMeaning: 'Vizitatorul a acceptat statisticile, dar nu personalizarea',
    unknownConsent: 'Acord necunoscut',
    unknownConsentMeaning: 'Nimeni nu a spus ce permite acest vizitator; nimic nu se păstrează pe dispozitiv',
    refused: 'Acord refuzat',
    refusedMeaning: 'Vizitatorul a refuzat: nimic nu se păstrează pe dispozitiv, iar acest profil nu mai alege nimic',
  },
};
