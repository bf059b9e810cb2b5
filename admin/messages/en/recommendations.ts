export const recommendations = {
  recommendations: {
    title: 'Recommendations',
    lead: 'What stands on the shelves, and how it is measured what they bring.',
    comparison: 'Comparison group',
    comparisonMeaning:
      'Many who click a recommendation would have bought anyway. A few visitors who see no shelf show how many: the difference is what the shelves bring.',
    share: 'Visitors without a shelf',
    nobody: 'Nobody',
    instead: 'In its place they see',
    insteadOwn: 'The shop’s own content',
    insteadPopular: 'What is popular',
    who: 'Chance decides once for each person and each shelf, and it stays so on all devices of whoever signs in. Visitors who have not agreed to be counted are drawn anew each day.',
    keep: 'Save',
  },
};
