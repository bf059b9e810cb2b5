export const loan = {
  loan: {
    meaning: 'Stă pe paginile produselor care au un preț. Pe toate celelalte rămâne conținutul dumneavoastră.',
    law: 'Textul cerut de lege',
    lawHint:
      'Cine acordă creditul, în ce condiții, care este dobânda anuală efectivă: așa cum cere legea lângă o ofertă de credit.',
    term: (place: number) => `Perioada ${place}`,
    months: 'Luni',
    rate: 'Dobânda anuală, %',
    add: 'Adaugă o perioadă',
    remove: 'Elimină perioada',
    down: 'Avans, %',
    downHint: 'Din preț. 0: fără avans.',
    example: 'Calculat pentru un preț de 1.000 în moneda dumneavoastră; vizitatorii văd prețul produsului lor.',
  },
};
