/** What a timeline can be narrowed to: the events of each kind. What a shop names itself is in none of them. */
export const timelineKinds = {
  looked: ['page_view', 'view_item_list', 'select_item', 'view_item', 'search'],
  cart: ['add_to_wishlist', 'remove_from_wishlist', 'add_to_cart', 'remove_from_cart', 'view_cart', 'begin_checkout'],
  orders: ['add_shipping_info', 'add_payment_info', 'purchase', 'order_status', 'refund', 'complaint'],
  shown: ['decision', 'slot_view', 'slot_click', 'slot_dismiss', 'slot_late'],
  person: [
    ...['sign_up', 'login', 'logout', 'consent', 'handover', 'identity_merge', 'identity_unmerge'],
    ...['segment_enter', 'segment_leave', 'told', 'edited', 'gift'],
  ],
} as const;

export type TimelineKind = keyof typeof timelineKinds;

export const kindNames = Object.keys(timelineKinds) as [TimelineKind, ...TimelineKind[]];
