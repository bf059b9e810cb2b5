import type { Facts } from './facts.ts';

/** `days`: whole days since a moment. `money`: minor units of the shop's currency. `texts`: any of several. */
export type FieldKind = 'number' | 'days' | 'money' | 'text' | 'texts' | 'flag';

interface Field {
  kind: FieldKind;
  /** Of `Facts`, and the column of the same name. */
  fact: keyof Facts;
}

/** What a rule may ask of a person. */
export const fields = {
  country: { kind: 'text', fact: 'country' },
  region: { kind: 'text', fact: 'region' },
  language: { kind: 'text', fact: 'language' },
  device: { kind: 'text', fact: 'device' },
  browser: { kind: 'text', fact: 'browser' },
  system: { kind: 'text', fact: 'system' },
  first_source: { kind: 'text', fact: 'firstSource' },
  first_medium: { kind: 'text', fact: 'firstMedium' },
  first_campaign: { kind: 'text', fact: 'firstCampaign' },
  first_channel: { kind: 'text', fact: 'firstChannel' },
  source: { kind: 'text', fact: 'source' },
  medium: { kind: 'text', fact: 'medium' },
  campaign: { kind: 'text', fact: 'campaign' },
  channel: { kind: 'text', fact: 'channel' },
  known_customer: { kind: 'flag', fact: 'knownCustomer' },
  allows_statistics: { kind: 'flag', fact: 'allowsStatistics' },
  allows_personalisation: { kind: 'flag', fact: 'allowsPersonalisation' },
  allows_marketing: { kind: 'flag', fact: 'allowsMarketing' },
  page_views: { kind: 'number', fact: 'pageViews' },
  orders: { kind: 'number', fact: 'orders' },
  gross: { kind: 'money', fact: 'gross' },
  net: { kind: 'money', fact: 'net' },
  average_order: { kind: 'money', fact: 'averageOrder' },
  cart_pieces: { kind: 'number', fact: 'cartPieces' },
  cart_value: { kind: 'money', fact: 'cartValue' },
  days_since_first_visit: { kind: 'days', fact: 'firstSeen' },
  days_since_last_visit: { kind: 'days', fact: 'lastSeen' },
  days_since_last_order: { kind: 'days', fact: 'lastOrder' },
  days_since_cart: { kind: 'days', fact: 'cartAt' },
  likes: { kind: 'texts', fact: 'likes' },
  likes_brand: { kind: 'texts', fact: 'likedBrands' },
  price_band: { kind: 'number', fact: 'priceBand' },
  customer_group: { kind: 'text', fact: 'customerGroup' },
  chance_to_return: { kind: 'number', fact: 'alive' },
  expected_orders: { kind: 'number', fact: 'expectedOrders' },
  expected_value: { kind: 'money', fact: 'expectedValue' },
  days_to_next_order: { kind: 'number', fact: 'nextOrderIn' },
  company: { kind: 'text', fact: 'company' },
  company_domain: { kind: 'text', fact: 'companyDomain' },
  company_industry: { kind: 'text', fact: 'companyIndustry' },
  company_size: { kind: 'text', fact: 'companySize' },
  viewed_product: { kind: 'texts', fact: 'viewed' },
  bought_product: { kind: 'texts', fact: 'bought' },
  list: { kind: 'texts', fact: 'lists' },
} as const satisfies Record<string, Field>;

export type FieldName = keyof typeof fields;

export const fieldNames = Object.keys(fields) as [FieldName, ...FieldName[]];
