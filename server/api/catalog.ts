import { Hono, type MiddlewareHandler } from 'hono';
import { z } from 'zod';
import { changeCatalog } from '../catalog/change-catalog.ts';
import {
  type Attribute,
  type Details,
  detailsOf,
  longestName,
  longestUnit,
  longestValue,
  mostAccessories,
  mostAttributes,
  mostPlaces,
  mostValues,
} from '../catalog/details.ts';
import { productOf } from '../catalog/feed.ts';
import type { Product } from '../catalog/product.ts';
import type { OpenShop } from '../collect/open-shop.ts';
import { decimalOf } from '../money.ts';
import { plainText } from '../plain-text.ts';
import { Problem } from '../problem.ts';
import { jsonBody } from '../valid.ts';
import type { ApiEnv } from './access.ts';
import { eachOf, nothingKept } from './each-of.ts';
import { apiLimit } from './once.ts';
import type { Operation } from './operation.ts';
import { decimal, moment, Refusal, shopId } from './words.ts';

const most = 1_000;
const text = (longest: number) => z.string().max(longest).regex(plainText, 'without control characters');
const address = z
  .url({ protocol: /^https?$/, error: 'not a web address' })
  .max(2_000)
  .regex(plainText, 'not a web address');

const attributeValue = z.union([
  text(longestValue).min(1),
  z.number(),
  z.strictObject({ value: z.number(), unit: text(longestUnit).min(1) }),
]);
const AttributesIn = z
  .record(text(longestName).min(1), z.union([attributeValue, z.array(attributeValue).min(1).max(mostValues)]))
  .refine((all) => Object.keys(all).length <= mostAttributes, `a product has at most ${mostAttributes} attributes`);
const places = z
  .array(z.string().regex(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/, 'write UA for a country, UA-46 for a region'))
  .max(mostPlaces);

export const ProductIn = z.object({
  item_id: shopId,
  item_name: text(500).min(1),
  item_category: text(200).optional(),
  item_brand: text(200).optional(),
  price: decimal.optional().describe('Of one piece, in major units. Without it the product has no price.'),
  currency: z.string().length(3).optional().describe('ISO 4217; the shop’s own where it is missing.'),
  cost: decimal
    .optional()
    .describe(
      'What one piece costs you, in major units: orders from now on have their margin by it. Nobody but you sees it.',
    ),
  cost_currency: z.string().length(3).optional().describe('ISO 4217; that of the price where it is missing.'),
  url: address,
  image: address.optional(),
  availability: z.enum(['in_stock', 'out_of_stock', 'preorder', 'backorder', 'discontinued']).optional(),
  item_category2: text(200).optional().describe('The category below it; 3, 4 and 5 stand below that.'),
  item_category3: text(200).optional(),
  item_category4: text(200).optional(),
  item_category5: text(200).optional(),
  attributes: AttributesIn.optional().describe(
    'What products of its kind differ in: a text, a number, {"value": 250, "unit": "g"}, or a list of them.',
  ),
  sold_in: places.optional().describe('Only there is it recommended: UA for a country, UA-46 for a region (ISO 3166).'),
  not_sold_in: places.optional().describe('Never is it recommended there.'),
  accessories: z
    .array(shopId)
    .max(mostAccessories)
    .optional()
    .describe('The item_ids of what goes with it, the best first: they come before what orders say.'),
  variant_of: shopId
    .optional()
    .describe(
      'What its variants share, as Google’s item_group_id, or the id of their parent: a shelf shows one of them, and none beside another.',
    ),
  added: moment
    .optional()
    .describe('Since when the shop offers it; the first time that we hear of it where it is missing.'),
});

const Changes = z
  .strictObject({
    upsert: z.array(z.unknown()).max(most).default([]),
    delete: z.array(shopId).max(most).default([]),
  })
  .refine((changes) => changes.upsert.length + changes.delete.length > 0, {
    path: ['upsert'],
    error: 'nothing to upsert and nothing to delete',
  });

const changesIn = z.object({
  upsert: z.array(ProductIn).max(most).optional().describe('Each takes the place of the product with its item_id.'),
  delete: z.array(shopId).max(most).optional().describe('Products to take away; an unknown one is no error.'),
});

const ProductOut = z.object({
  item_id: z.string(),
  item_name: z.string(),
  item_category: z.string().nullable(),
  item_brand: z.string().nullable(),
  price: z.string().nullable().describe('In major units, as a decimal text.'),
  currency: z.string().nullable(),
  cost: z.string().nullable().describe('In major units of cost_currency.'),
  cost_currency: z.string().nullable(),
  url: z.string(),
  image: z.string().nullable(),
  availability: z.enum(['in_stock', 'out_of_stock']),
  category_path: z.array(z.string()).describe('The categories below item_category, from above.'),
  attributes: z.record(z.string(), z.array(attributeValue)),
  sold_in: z.array(z.string()).nullable().describe('null: everywhere.'),
  not_sold_in: z.array(z.string()),
  accessories: z.array(z.string()),
  variant_of: z.string().nullable(),
  added: z.iso.datetime(),
});

const Changed = z.object({ upserted: z.number().int(), deleted: z.number().int(), refused: z.array(Refusal) });

export const catalogOperations: Operation[] = [
  {
    method: 'post',
    path: '/v1/catalog',
    summary: 'Add, change and delete products',
    text: `At most ${most.toLocaleString('en')} products a call. The next decision in the shop knows of it.`,
    access: 'key',
    idempotent: true,
    body: {
      type: 'application/json',
      schema: changesIn,
      example: {
        upsert: [
          { item_id: 'A1', item_name: 'Green tea', price: 199.5, currency: 'UAH', url: 'https://shop.example/a1' },
        ],
        delete: ['B2'],
      },
    },
    answers: { 200: { text: 'What was done. A product that is wrong is refused alone.', schema: Changed } },
  },
  {
    method: 'get',
    path: '/v1/catalog/{id}',
    summary: 'Read one product',
    text: 'By the shop’s own product number.',
    access: 'key',
    answers: { 200: { text: 'The product.', schema: ProductOut } },
  },
];

/** The shop's products: `/` and `/:id`. */
export function catalogApi(access: MiddlewareHandler<ApiEnv>, once: MiddlewareHandler<ApiEnv>, now: () => number) {
  return new Hono<ApiEnv>()
    .post('/', access, apiLimit, once, jsonBody(Changes), async (c) => {
      const shop = c.get('shop');
      const changes = c.req.valid('json');
      if (changes.upsert.length + changes.delete.length > most)
        throw new Problem(422, 'too-many', `A call changes at most ${most} products.`, { field: 'upsert' });
      const { kept, refused } = await eachOf(ProductIn, changes.upsert, (product) => productFrom(product, shop, now()));
      if (kept.length + changes.delete.length === 0 && refused.length > 0) throw nothingKept('upsert', refused);
      const deleted = changes.delete.filter((id) => shop.catalog.get(id) !== undefined).length;
      await changeCatalog(shop, { put: kept, remove: changes.delete, now: now() });
      return c.json({ upserted: kept.length, deleted, refused } satisfies z.infer<typeof Changed>);
    })
    .get('/:id', access, (c) => {
      const id = c.req.param('id');
      const product = c.get('shop').catalog.get(id);
      if (!product) throw new Problem(404, 'unknown-product', `The catalogue has no product "${id}".`);
      return c.json(said(product));
    });
}

/** Throws `Refused`. Where it does not say since when, it is as old as the one whose place it takes, or new. */
export function productFrom(
  product: z.output<typeof ProductIn>,
  { shop, catalog }: Pick<OpenShop, 'shop' | 'catalog'>,
  now: number,
): Product {
  const read = productOf(rowOf(product), detailsIn(product), shop.currency);
  return { ...read, addedAt: read.addedAt ?? catalog.get(read.id)?.addedAt ?? now };
}

function rowOf(product: z.infer<typeof ProductIn>): Parameters<typeof productOf>[0] {
  return {
    id: product.item_id,
    name: product.item_name,
    category: product.item_category ?? null,
    brand: product.item_brand ?? null,
    price: String(product.price ?? ''),
    currency: product.currency ?? '',
    cost: String(product.cost ?? ''),
    costCurrency: product.cost_currency ?? '',
    url: product.url,
    image: product.image ?? null,
    availability: product.availability ?? 'in_stock',
    added: product.added === undefined ? '' : new Date(product.added).toISOString(),
  };
}

function detailsIn(product: z.output<typeof ProductIn>): Details | null {
  const { item_category2, item_category3, item_category4, item_category5, attributes } = product;
  return detailsOf({
    path: [item_category2, item_category3, item_category4, item_category5].flatMap((level) => level || []),
    attributes: Object.entries(attributes ?? {}).flatMap(([name, said]) =>
      [said].flat().map((one) => (typeof one === 'object' ? { name, ...one } : { name, value: one })),
    ),
    soldIn: product.sold_in ?? [],
    notSoldIn: product.not_sold_in ?? [],
    accessories: product.accessories ?? [],
    variantOf: product.variant_of ?? '',
  });
}

function said(product: Product): z.infer<typeof ProductOut> {
  const { id, name, category, brand, price, currency, cost, costCurrency, url, image, inStock, addedAt, details } =
    product;
  const decimalIn = (amount: number | null, of: string | null) =>
    amount === null || of === null ? null : decimalOf({ amount, currency: of });
  return {
    item_id: id,
    item_name: name,
    item_category: category,
    item_brand: brand,
    price: decimalIn(price, currency),
    currency,
    cost: decimalIn(cost, costCurrency),
    cost_currency: costCurrency,
    url,
    image,
    availability: inStock ? 'in_stock' : 'out_of_stock',
    category_path: [...(details?.path ?? [])],
    attributes: attributesOut(details?.attributes ?? []),
    sold_in: details?.soldIn ? [...details.soldIn] : null,
    not_sold_in: [...(details?.notSoldIn ?? [])],
    accessories: [...(details?.accessories ?? [])],
    variant_of: details?.variantOf ?? null,
    added: new Date(addedAt).toISOString(),
  };
}

function attributesOut(attributes: readonly Attribute[]): z.infer<typeof ProductOut>['attributes'] {
  const all = new Map<string, z.infer<typeof attributeValue>[]>();
  for (const { name, value, unit } of attributes) {
    const values = all.get(name) ?? [];
    all.set(name, values);
    values.push(typeof value === 'number' && unit !== undefined ? { value, unit } : value);
  }
  return Object.fromEntries(all);
}
