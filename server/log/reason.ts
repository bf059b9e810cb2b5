/** Why a product is recommended; the page words it in the visitor's language, the admin in the merchant's. */
export type Reason =
  /** In `support` of the orders looked at together with the product `with`. */
  | { code: 'bought-together'; with: string; support: number }
  /** In `support` of the visits looked at, looked at together with the product `with`. */
  | { code: 'viewed-next'; with: string; support: number }
  /** Alike by name, brand, category and price. */
  | { code: 'similar'; with: string }
  | { code: 'same-category'; category: string }
  | { code: 'liked-category'; category: string }
  | { code: 'liked-brand'; brand: string }
  /** In the quarter of its category's prices that the visitor likes most. */
  | { code: 'liked-price' }
  | { code: 'popular' }
  /** In so many orders within seven days, and in a usual week of the four before in so many on average. */
  | { code: 'trending'; orders: number; usual: number }
  /** The visitor looked at it before; ms since 1970. */
  | { code: 'viewed'; at: number }
  /** The merchant has given it this place. */
  | { code: 'pinned' }
  /** In a list of the shop's own others have moved past it. */
  | { code: 'made-room' }
  /** In such a list it stands at the end, as the merchant wants it. */
  | { code: 'out-of-stock' }
  | { code: 'new' }
  /** Offered since this moment, the end of the visitor's last visit; ms since 1970. */
  | { code: 'new-since'; since: number }
  /** It costs `price` since a time (ms) and cost no less than `was` in the thirty days before; minor units of `currency`. */
  | { code: 'price-dropped'; was: number; price: number; currency: string; since: number }
  /** In stock again since this moment; ms since 1970. */
  | { code: 'back-in-stock'; since: number }
  /** So many bought it in the last weeks in this place: ISO 3166-2, or 3166-1 for a whole country. */
  | { code: 'popular-near'; place: string; buyers: number }
  /** So many others look at it just now. */
  | { code: 'watched-now'; visitors: number }
  /** The visitor bought it at this time last, and those who buy it again do so about now; ms since 1970. */
  | { code: 'due-again'; at: number }
  /** In `support` of the orders looked at of people who had looked at the product `with`, and did not order that. */
  | { code: 'viewed-then-bought'; with: string; support: number }
  /** Goes with the product `with`: in `support` of the orders looked at both were; null where the shop itself says so. */
  | { code: 'accessory'; with: string; support: number | null }
  /** Bought by so many people on a later day than the product `with`, far more often than by others. */
  | { code: 'bought-later'; with: string; people: number }
  /** Ordered more before this occasion than at other times: its id, or the name of one of the shop's own; it is in so many days. */
  | { code: 'gift'; occasion: string; days: number };
