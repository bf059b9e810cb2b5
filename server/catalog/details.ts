/** What the shop says of a product beside what every product has; nothing stands for nothing said. */
export interface Details {
  /** The categories below its first one, from above. */
  path?: readonly string[];
  /** A list is several of one name. */
  attributes?: readonly Attribute[];
  /** Nowhere but there: ISO 3166-1 alpha-2 of a country, or ISO 3166-2 of a region. */
  soldIn?: readonly string[];
  notSoldIn?: readonly string[];
  /** Products that go with it, the best first. */
  accessories?: readonly string[];
  /** The shop's id of what it is one of several kinds of: see `groupOf`. */
  variantOf?: string;
}

/** `unit` belongs to a number alone. */
export interface Attribute {
  readonly name: string;
  readonly value: string | number;
  readonly unit?: string;
}

/** What a product may have: names, and values of one name. */
export const mostAttributes = 20;
export const mostValues = 10;
export const longestName = 60;
export const longestValue = 100;
export const longestUnit = 20;
export const mostPlaces = 300;
export const deepestPath = 4;
export const mostAccessories = 50;
/** Of a product or a group of such. */
export const longestId = 100;

/** Without what says nothing; null where that is all. The order of its keys is always the same, so that one text stands for it. */
export function detailsOf(said: Details): Details | null {
  const { path = [], attributes = [], soldIn = [], notSoldIn = [], accessories = [], variantOf = '' } = said;
  const details = {
    ...(path.length > 0 ? { path } : {}),
    ...(attributes.length > 0 ? { attributes } : {}),
    ...(soldIn.length > 0 ? { soldIn } : {}),
    ...(notSoldIn.length > 0 ? { notSoldIn } : {}),
    ...(accessories.length > 0 ? { accessories } : {}),
    ...(variantOf === '' ? {} : { variantOf }),
  };
  return Object.keys(details).length > 0 ? details : null;
}
