export const loan = {
  loan: {
    meaning: 'It stands on pages of products that have a price. Everywhere else your own content stays.',
    law: 'Words of the law',
    lawHint: 'Who lends, on what terms, what the yearly cost is: as the law wants it said beside an offer of credit.',
    term: (place: number) => `Term ${place}`,
    months: 'Months',
    rate: 'Yearly rate, %',
    add: 'Add a term',
    remove: 'Remove term',
    down: 'Paid at once, %',
    downHint: 'Of the price. 0: nothing.',
    example: 'Worked out for a price of 1,000 in your currency; visitors see their product’s.',
  },
};
