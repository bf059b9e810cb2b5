export const onShop = {
  onShop: {
    title: 'On the shop itself',
    meaning:
      'Opens a page of the shop with what stands in this form, as any visitor would see it. Nobody else sees it, nothing is counted, and the link is over after half an hour or when you sign out. There you can also pick the place by pointing at it.',
    page: 'Page',
    pageHint: (shop: string) => `A path of ${shop}, for instance /sale.`,
    open: 'Open on the shop',
    picked: (where: string) => `Taken into the form from the shop: ${where}. Save the campaign to keep it.`,
    spots: {
      before: (what: string) => `Before ${what}`,
      after: (what: string) => `After ${what}`,
      prepend: (what: string) => `In ${what}, at the beginning`,
      append: (what: string) => `In ${what}, at the end`,
    },
    spotMeaning:
      'Picked on the shop itself. Where it is in sight as the page opens it stays away, since nothing may move then; open it on the shop to see it there, or to pick another one.',
    another: 'Take a place of the pages instead',
  },
};
