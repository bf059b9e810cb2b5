export const onShop = {
  onShop: {
    title: 'On the shop itself',
    meaning:
      'Opens a page of the shop with what stands in this form, as any visitor would see it. Nobody else sees it, nothing is counted, and the link is over after half an hour or when you sign out. There you can also pick the place by pointing at it.',
    page: 'Page',
    pageHint: (shop: string) => `A path of ${shop}, for instance /sale.`,
    open: 'Open on the shop',
  },
};
