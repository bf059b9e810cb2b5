import type { onShop as english } from '../en/on-shop.ts';

export const onShop: typeof english = {
  onShop: {
    title: 'Chiar în magazin',
    meaning:
      'Deschide o pagină a magazinului cu ceea ce este acum în formular, așa cum ar vedea-o orice vizitator. Nimeni altcineva nu vede, nimic nu se numără, iar linkul este valabil o jumătate de oră sau până ieșiți din cont. Tot acolo puteți alege locul, arătându-l.',
    page: 'Pagina',
    pageHint: (shop) => `O cale de pe ${shop}, de exemplu /sale.`,
    open: 'Deschide în magazin',
  },
};
