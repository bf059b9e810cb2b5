import type { product as english } from '../en/product.ts';

export const product: typeof english = {
  product: {
    title: 'Produs',
    lead: 'Ce îl recomandă și ce recomandă pagina lui, așa cum vede cineva despre care nu se știe nimic.',
    missing: 'Nu există un astfel de produs',
    missingText: 'Nu este în catalog sau nu mai este.',
    missingAction: 'La catalog',
    facts: 'Ce se știe despre el',
    inStock: 'în stoc',
    outOfStock: 'stoc epuizat',
    waitPrice: 'Așteaptă un preț mai mic',
    waitStock: 'Așteaptă revenirea',
    visits: 'Vizite în care a fost privit',
    orders: 'Comenzi în care se află',
    toShop: 'Pagina lui din magazin',
    keptOut: 'Ce îl ține departe de rafturi',
    free: 'Nimic: orice raft îl poate arăta.',
    out: 'Stocul este epuizat: niciun raft nu îl arată până nu revine.',
    outSince: (day) => `Stocul este epuizat din ${day}: niciun raft nu îl arată până nu revine.`,
    onlyIn: (places) => `Se vinde numai aici: ${places}. Cine se știe că este în altă parte nu îl vede.`,
    notIn: (places) => `Nu se vinde aici: ${places}. Cine se știe că este acolo nu îl vede.`,
    notOf: 'Aceste rețete nu îl arată niciodată:',
    cold: 'Nimeni nu l-a privit și nu l-a comandat încă: doar produsele asemănătoare pot duce la el.',
    unsold: 'Nimeni nu l-a comandat încă: doar vizitele comune și produsele asemănătoare pot duce la el.',
    recommendedBy: 'Ce îl recomandă',
    recommendedByMeaning:
      'Pe ale căror pagini este printre primele 12, pe fiecare cale separat. O rețetă care amestecă aceste căi sau lasă ceva deoparte poate arăta altele.',
    ifInStock: 'Stocul este epuizat; așa ar fi dacă ar reveni.',
    none: 'Niciun produs nu îl are printre primele 12.',
    place: (place) => `Locul ${place}`,
    more: (count) => `Încă ${count}`,
    asked: {
      'bought-together': (asked, of) =>
        `Întrebate dintre produsele din ultimele comenzi cu el: ${asked} din ${of}, întâi cele mai frecvente.`,
      next: (asked, of) =>
        `Întrebate dintre produsele din ultimele vizite cu el: ${asked} din ${of}, întâi cele mai frecvente.`,
      similar: (asked, of) => `Întrebate dintre produsele cele mai asemănătoare: ${asked} din ${of}.`,
    },
    nobodyToAsk: {
      'bought-together': 'Niciun alt produs nu a fost într-o comandă cu el.',
      next: 'Niciun alt produs nu a fost privit într-o vizită cu el.',
      similar: 'După catalog, nu are nimic în comun cu alte produse.',
    },
    recommends: 'Ce recomandă pagina lui',
    recommendsMeaning: 'Fiecare rețetă care ține seama de produsul paginii, așa cum este acum.',
    noRecipe: 'Nicio rețetă nu ține seama de produsul paginii.',
    find: 'Găsește un produs',
    findBy: 'Numele sau numărul produsului',
    findHint: 'Pagina lui spune ce recomandă și ce îl recomandă.',
    notFound: 'Niciun produs din catalog nu are aceste litere.',
  },
};
