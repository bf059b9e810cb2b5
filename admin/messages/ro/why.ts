import { pluralIn } from '../../language/plural.ts';
import type { why as english } from '../en/why.ts';
import { orders, products, visits } from './counts.ts';

const plural = pluralIn('ro');
const these = plural({ one: 'acest produs', few: 'aceste # produse', other: 'aceste # de produse' });

export const why: typeof english = {
  why: {
    greeted: (place) => `${place}: de ce acest salut?`,
    ownData: (place) => `${place}: ale cui date se arată?`,
    asked: (place: string) => `${place}: de ce aceste întrebări?`,
    products: (place, count) => `${place}: de ce ${these(count)}?`,
    compared: (place) => `${place}: de ce fără raft, pentru comparație`,
    ownContent: (place) => `${place}: de ce conținutul propriu al magazinului?`,
    knew: 'A putut folosi',
    rungs: {
      profile: { title: 'Tot profilul.', text: 'Ce a făcut acest vizitator înainte, la toate vizitele.' },
      session: { title: 'Vizita aceasta.', text: 'Ce s-a întâmplat de la începutul ei și nimic dinainte.' },
      context: { title: 'Doar pagina aceasta.', text: 'Ce este pe pagină, nu cine o privește.' },
      static: { title: 'Nimic.', text: 'La fel pentru toți.' },
    },
    consent: 'Temei',
    consentFor: (purposes) => `Acordul vizitatorului pentru ${purposes}.`,
    consentNone: 'Nu s-a dat niciun acord, deci nu s-a păstrat nimic.',
    purposes: { statistics: 'statistici', personalisation: 'personalizare', marketing: 'marketing' },
    recipe: 'Rețetă',
    inputs: 'Punct de plecare',
    inputLabels: {
      asked: 'Întrebat',
      anchors: 'Pornind de la',
      cart: 'În coș',
      liked: 'Categorii preferate',
      lastVisit: 'Sfârșitul ultimei vizite',
    },
    recipes: {
      'for-you': 'Alese pentru tine',
      'with-this': 'Cumpărate cu acesta',
      next: 'Văzute și de alții',
      'same-category': 'Aceeași categorie',
      'with-cart': 'Se potrivesc cu coșul',
      'new-since': 'Noi de la ultima vizită',
      new: 'Noutăți',
      popular: 'Populare',
    },
    version: (recipe, version) => `${recipe}, versiunea ${version}`,
    steps: 'Cum s-a ajuns aici',
    ingredients: {
      next: 'Văzute în aceleași vizite',
      'bought-together': 'Cumpărate împreună cu acesta',
      category: 'Din aceeași categorie',
      'liked-categories': 'Din categoriile preferate',
      popular: 'Populare în magazin',
      new: 'Noutăți în magazin',
      'new-since': 'Noi de la ultima vizită',
    },
    otherSteps: {
      unanswered: 'Întrebări la care nu a răspuns încă',
      named: 'Cunoscut pe nume',
      returning: 'A mai fost aici, nume necunoscut',
      known: 'Cunoscut de magazin',
      cart: 'Ceva așteaptă în coș',
      lately: 'Nimic deosebit de spus',
      'comparison-group': 'Fără raft: în grupul de comparație',
      'no-recipe': 'Lipsește rețeta acestui loc',
    },
    filters: {
      anchor: 'Lăsate deoparte: chiar punctul de plecare',
      'in-cart': 'Lăsate deoparte: deja în coș',
      'out-of-stock': 'Lăsate deoparte: stoc epuizat',
      'bought-lately': 'Lăsate deoparte: cumpărate recent',
      'not-in-catalogue': 'Lăsate deoparte: nu mai sunt în catalog',
      'on-this-page': 'Lăsate deoparte: deja arătate pe pagină',
    },
    notes: {
      'own-content': 'rămâne conținutul propriu al magazinului',
      'popular-instead': 'în loc se arată ce este popular',
      'all-answered': 's-a răspuns la toate',
      'not-now': 'vizitatorul a spus de curând „nu acum”',
      'no-anchor': 'nu exista un punct de plecare',
      'no-evidence': 'ce a văzut magazinul până acum nu spune destul',
      'no-consent': 'vizitatorul nu a fost de acord',
      'first-visit': 'este prima vizită',
    },
    tooFew: (recipe, count) => `„${recipe}” a găsit doar ${products(count)}: s-a încercat rețeta următoare`,
    shown: 'Ce s-a arătat',
    scoreMeaning: 'Cât de mult pledează rețeta pentru el; cel mai mare stă primul',
    without: (chance) => `În grupul de comparație, cu o șansă de ${chance}.`,
    notWithout: (chance) => `Nu în grupul de comparație, cu o șansă de ${chance}.`,
    noExperiment: 'Aici nu se compară nimic: toți văd la fel.',
    armMeaning: 'Astfel se poate măsura corect ce aduce acest raft.',
  },

  reasons: {
    boughtTogether: (product, support) => `Cumpărat cu ${product} în ${orders(support)}`,
    viewedNext: (product, support) => `Văzut împreună cu ${product} în ${visits(support)}`,
    sameCategory: (category) => `Aceeași categorie: ${category}`,
    likedCategory: (category) => `Categorie preferată: ${category}`,
    popular: 'Cumpărat des în ultimele săptămâni',
    fresh: 'Nou în magazin',
    newSince: (since) => `Nou de la ultima vizită, ${since}`,
  },

  slots: {
    'your-data': {
      title: 'Datele dumneavoastră',
      text: 'Vizitatorul vede, corectează, descarcă și șterge ce știe magazinul despre el.',
    },
    questions: { title: 'Întrebări', text: 'Ce nu a fost întrebat încă acest vizitator, câte o întrebare.' },
    greeting: { title: 'Salut', text: 'Un rând de bun venit, pe nume pentru un client cunoscut.' },
    home: { title: 'Raftul paginii principale', text: 'Produse pentru acest vizitator pe pagina principală.' },
    news: { title: 'Raftul de noutăți', text: 'Ce este nou de la ultima vizită a acestui vizitator.' },
    product: { title: 'Raftul paginii de produs', text: 'Ce se cumpără împreună cu produsul din pagină.' },
    cart: { title: 'Raftul coșului', text: 'Ce se potrivește cu ce se află în coș.' },
  },

  widgets: { form: 'Întrebări', greeting: 'Salut', shelf: 'Raft de produse', 'your-data': 'Date proprii' },
};
