import type { Item } from '../../snippet/protocol.ts';
import { type Dialect, type Fields, fieldsOf, first, listOf } from './said.ts';
import { amountOf, currencyOf, idOf, said, textOf } from './values.ts';

/**
 * What a product's page says of itself to search engines and networks: JSON-LD, the content of its `og:` and `product:` tags,
 * microdata by property, and what Shopify's own scripts know of the product.
 */
export const page: Dialect = ([ld, meta, micro, shopify]) => {
  const nodes = listOf(ld).map(fieldsOf);
  const tags = fieldsOf(meta);
  const products = nodes.filter((node) => isA(node, 'Product') || isA(node, 'ProductGroup'));
  const isProduct = /product/.test(textOf(tags['og:type'], 50) ?? '') || tags['product:price:amount'] !== undefined;
  // A page of a category says products too, but several.
  const main = products.length === 1 || isProduct ? products[0] : undefined;
  const crumbs = nodes.find((node) => isA(node, 'BreadcrumbList'));
  const sources = [
    ...(main ? [ofLinkedData(main)] : []),
    ofShopify(fieldsOf(shopify)),
    ...(products.length > 1 && !isProduct ? [] : [ofMicrodata(fieldsOf(micro))]),
    ...(isProduct ? [ofTags(tags)] : []),
    { item_category: crumbs && lastCrumb(crumbs) },
  ];
  const item = said(Object.assign({}, ...sources.reverse().map(said)) as Partial<Item>);
  const id = item.item_id ?? (main || isProduct ? pathOf(item.url ?? tags['og:url']) : undefined);
  if (id === undefined || (item.item_name === undefined && item.price === undefined)) return null;
  const { currency, ...rest } = item;
  return {
    name: 'view_item',
    params: { items: [{ ...rest, item_id: id }], ...said({ currency: currencyOf(currency) }) },
  };
};

/** Without the prefix: 'http://schema.org/Product' is one too. */
function isA(node: Fields, type: string): boolean {
  return [node['@type']].flat().some((one) => textOf(one, 100)?.replace(/^.*[/:#]/, '') === type);
}

function ofLinkedData(node: Fields) {
  const variant = fieldsOf(listOf(node.hasVariant)[0] ?? node.hasVariant);
  const offers = listOf(node.offers)[0] ?? node.offers ?? listOf(variant.offers)[0] ?? variant.offers;
  const offer = fieldsOf(listOf(fieldsOf(offers).offers)[0] ?? offers);
  const terms = fieldsOf(listOf(offer.priceSpecification)[0] ?? offer.priceSpecification);
  const group = fieldsOf(node.isVariantOf);
  const gtin = Object.keys(node).find((key) => /^gtin/.test(key)) ?? '';
  const ids = [node.productID, node.productGroupID, group.productGroupID, node.inProductGroupWithID, node.sku];
  return {
    item_id: idOf([...ids, node.mpn, node[gtin], variant.sku].find((id) => idOf(id) !== undefined)),
    item_sku: idOf(node.sku ?? variant.sku),
    item_name: textOf(node.name, 200),
    item_brand: textOf(node.brand ?? node.manufacturer, 200),
    item_category: textOf(lastOf(node.category), 200),
    item_variant: textOf(first(node, ['color', 'size', 'material', 'pattern']), 200),
    price: amountOf(offer.price ?? fieldsOf(offers).lowPrice ?? terms.price),
    currency: currencyOf(first({ ...terms, ...fieldsOf(offers), ...offer }, ['priceCurrency'])),
    availability: availabilityOf(offer.availability ?? fieldsOf(offers).availability),
    url: textOf(node.url ?? offer.url, 1_000),
    image: textOf(imageOf(node.image ?? variant.image), 1_000),
    rating: amountOf(fieldsOf(node.aggregateRating).ratingValue),
    reviews: amountOf(first(fieldsOf(node.aggregateRating), ['reviewCount', 'ratingCount'])),
  };
}

function ofTags(tags: Fields) {
  const tag = (...names: string[]) => first(tags, names);
  return {
    item_id: idOf(tag('product:retailer_item_id', 'product:sku')),
    item_name: textOf(tag('og:title'), 200),
    item_brand: textOf(tag('product:brand', 'og:brand'), 200),
    item_category: textOf(tag('product:category'), 200),
    price: amountOf(tag('product:sale_price:amount', 'product:price:amount', 'og:price:amount')),
    currency: currencyOf(tag('product:sale_price:currency', 'product:price:currency', 'og:price:currency')),
    availability: availabilityOf(tag('product:availability', 'og:availability')),
    url: textOf(tag('og:url'), 1_000),
    image: textOf(tag('og:image:secure_url', 'og:image'), 1_000),
  };
}

function ofMicrodata(found: Fields) {
  return {
    item_id: idOf(first(found, ['productID', 'sku', 'mpn', 'gtin13', 'gtin'])),
    item_sku: idOf(found.sku),
    item_name: textOf(found.name, 200),
    item_brand: textOf(first(found, ['brand', 'manufacturer']), 200),
    item_category: textOf(lastOf(found.category), 200),
    price: amountOf(first(found, ['price', 'lowPrice'])),
    currency: currencyOf(found.priceCurrency),
    availability: availabilityOf(found.availability),
    url: textOf(found.url, 1_000),
    image: textOf(found.image, 1_000),
  };
}

function ofShopify(product: Fields) {
  const variant = fieldsOf(listOf(product.variants)[0]);
  const { price: cents } = variant;
  return {
    item_id: idOf(product.id),
    item_sku: idOf(variant.sku),
    item_name: textOf(product.title, 200),
    item_brand: textOf(product.vendor, 200),
    item_category: textOf(product.type, 200),
    price: Number.isInteger(cents) ? Number(cents) / 100 : undefined,
  };
}

/** "https://schema.org/InStock", "in stock", "InStock" */
function availabilityOf(value: unknown): string | undefined {
  const word = textOf(value, 100)
    ?.replace(/^.*\//, '')
    .replace(/[\s_-]/g, '')
    .toLowerCase();
  if (word === undefined) return undefined;
  return /outofstock|soldout|discontinued|^oos$/.test(word) ? 'out_of_stock' : 'in_stock';
}

function imageOf(image: unknown): unknown {
  const one = Array.isArray(image) ? image[0] : image;
  return typeof one === 'string' ? one : first(fieldsOf(one), ['url', 'contentUrl', '@id']);
}

/** "Shoes > Running" is Running's page. */
function lastOf(category: unknown): unknown {
  return typeof category === 'string' ? category.split(/\s*[>/]\s*/).findLast(Boolean) : category;
}

/** The step before the product itself. */
function lastCrumb(list: Fields): string | undefined {
  const steps = listOf(list.itemListElement).map(fieldsOf);
  const step = steps.at(-2);
  return steps.length > 2 && step ? textOf(step.name ?? step.item, 200) : undefined;
}

/** What is left to name a product by. */
function pathOf(url: unknown): string | undefined {
  const text = textOf(url, 1_000);
  return (
    text
      ?.replace(/^https?:\/\/[^/]*/, '')
      .replace(/[?#].*$/, '')
      .replace(/\/$/, '')
      .slice(-100) || undefined
  );
}
