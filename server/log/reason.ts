/** Why a product is recommended; the page words it in the visitor's language, the admin in the merchant's. */
export type Reason =
  /** In `support` of the orders looked at together with the product `with`. */
  | { code: 'bought-together'; with: string; support: number }
  /** In `support` of the visits looked at, looked at together with the product `with`. */
  | { code: 'viewed-next'; with: string; support: number }
  | { code: 'same-category'; category: string }
  | { code: 'liked-category'; category: string }
  | { code: 'popular' }
  | { code: 'new' }
  /** Offered since this moment, the end of the visitor's last visit; ms since 1970. */
  | { code: 'new-since'; since: number };
