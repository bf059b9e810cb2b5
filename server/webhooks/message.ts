/** What a message of a shop system says, in the words of /v1/orders and /v1/catalog; nothing where it is about something else. */
export interface Message {
  order?: unknown;
  product?: unknown;
  deleted?: string;
  /** What a source tells of people, in the words of /v1/profiles. */
  told?: unknown;
}
