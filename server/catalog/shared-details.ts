import type { Attribute, Details } from './details.ts';
import type { Product } from './product.ts';

/** The same product, whose details are made of what other products have said alike: a red one costs a place, not a word. */
export type ShareDetails = (product: Product) => Product;

/** What was said once and is said no more stays until all products are read anew. */
export function createSharing(): ShareDetails {
  const attributes = new Map<string, Attribute>();
  const lists = new Map<string, readonly string[]>();
  const ofAttribute = (one: Attribute) =>
    shared(attributes, `${typeof one.value} ${one.value}\n${one.unit ?? ''}\n${one.name}`, one);
  const ofList = (list: readonly string[]) => shared(lists, list.join('\n'), list);

  return (product) => {
    const { details } = product;
    if (!details) return product;
    const { path, soldIn, notSoldIn, accessories, variantOf } = details;
    const alike: Details = {
      ...(path ? { path: ofList(path) } : {}),
      ...(details.attributes ? { attributes: details.attributes.map(ofAttribute) } : {}),
      ...(soldIn ? { soldIn: ofList(soldIn) } : {}),
      ...(notSoldIn ? { notSoldIn: ofList(notSoldIn) } : {}),
      ...(accessories ? { accessories: ofList(accessories) } : {}),
      ...(variantOf === undefined ? {} : { variantOf }),
    };
    return { ...product, details: alike };
  };
}

function shared<T>(known: Map<string, T>, key: string, value: T): T {
  const before = known.get(key);
  if (before !== undefined) return before;
  known.set(key, value);
  return value;
}
