import type { onShop as english } from '../en/on-shop.ts';

export const onShop: typeof english = {
  onShop: {
    title: 'Chiar în magazin',
    meaning:
      'Deschide o pagină a magazinului cu ceea ce este acum în formular, așa cum ar vedea-o orice vizitator. Nimeni altcineva nu vede, nimic nu se numără, iar linkul este valabil o jumătate de oră sau până ieșiți din cont. Tot acolo puteți alege locul, arătându-l.',
    page: 'Pagina',
    pageHint: (shop) => `O cale de pe ${shop}, de exemplu /sale.`,
    open: 'Deschide în magazin',
    picked: (where) => `Luat în formular din magazin: ${where}. Salvați campania ca să rămână.`,
    spots: {
      before: (what) => `Înainte de ${what}`,
      after: (what) => `După ${what}`,
      prepend: (what) => `În ${what}, la început`,
      append: (what) => `În ${what}, la sfârșit`,
    },
    spotMeaning:
      'Ales chiar în magazin. Dacă locul se vede de cum se deschide pagina, campania nu apare acolo, fiindcă nimic nu trebuie să se miște. Deschideți-o în magazin ca să o vedeți sau ca să alegeți alt loc.',
    another: 'Ia în schimb un loc din pagini',
  },
};
