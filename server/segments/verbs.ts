/** Words of the text form for the events of a shop; every other event is `did its_name`. */
export const verbs = {
  visited: 'page_view',
  viewed: 'view_item',
  wished: 'add_to_wishlist',
  carted: 'add_to_cart',
  removed: 'remove_from_cart',
  checked_out: 'begin_checkout',
  bought: 'purchase',
  returned: 'refund',
  searched: 'search',
  signed_in: 'login',
  waited: 'product_alert',
} as const;
