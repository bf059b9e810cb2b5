import type { Attribute, Details } from './details.ts';
import type { Product } from './product.ts';

/** The same product, made of what other products have said alike: a red one costs a place, not a word. */
export type ShareDetails = (product: Product) => Product;

/** What was said once and is said no more stays until all products are read anew. */
export function createSharing(): ShareDetails {
  const texts = new Map<string, string>();
  const attributes = new Map<string, Attribute>();
  const lists = new Map<string, readonly string[]>();
  const ofText = (one: string | null) => (one === null ? null : shared(texts, one, one));
  const ofAttribute = (one: Attribute) =>
    shared(attributes, `${typeof one.value} ${one.value}\n${one.unit ?? ''}\n${one.name}`, one);
  const ofList = (list: readonly string[]) => shared(lists, list.join('\n'), list);

  function ofDetails({ path, attributes: said, soldIn, notSoldIn, accessories, variantOf }: Details): Details {
    return {
      ...(path ? { path: ofList(path) } : {}),
      ...(said ? { attributes: said.map(ofAttribute) } : {}),
      ...(soldIn ? { soldIn: ofList(soldIn) } : {}),
      ...(notSoldIn ? { notSoldIn: ofList(notSoldIn) } : {}),
      ...(accessories ? { accessories: ofList(accessories) } : {}),
      ...(variantOf === undefined ? {} : { variantOf }),
    };
  }

  // Field by field: V8 keeps the fields of an object that is written out within it, of a copied one beside it.
  return (product) => ({
    id: product.id,
    name: product.name,
    category: ofText(product.category),
    brand: ofText(product.brand),
    price: product.price,
    currency: ofText(product.currency),
    cost: product.cost,
    costCurrency: ofText(product.costCurrency),
    url: product.url,
    image: product.image,
    inStock: product.inStock,
    details: product.details && ofDetails(product.details),
    addedAt: product.addedAt,
  });
}

function shared<T>(known: Map<string, T>, key: string, value: T): T {
  const before = known.get(key);
  if (before !== undefined) return before;
  known.set(key, value);
  return value;
}
