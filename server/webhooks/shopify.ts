import { z } from 'zod';
import { lineDetails } from './line-details.ts';
import type { Message } from './message.ts';

/** The parts that we read of Shopify's webhook payloads, REST Admin API 2024-01 and later. */

const id = z.union([z.number(), z.string()]).transform(String);
const LineItem = z.looseObject({
  product_id: id.nullish(),
  sku: z.string().nullish(),
  title: z.string().nullish(),
  quantity: z.number(),
  price: z.string(),
  properties: z.array(z.looseObject({ name: z.string(), value: z.unknown() })).nullish(),
});

const Order = z.looseObject({
  id,
  created_at: z.string(),
  updated_at: z.string().nullish(),
  processed_at: z.string().nullish(),
  cancelled_at: z.string().nullish(),
  currency: z.string(),
  subtotal_price: z.string(),
  total_tax: z.string().nullish(),
  total_discounts: z.string().nullish(),
  total_shipping_price_set: z.looseObject({ shop_money: z.looseObject({ amount: z.string() }) }).nullish(),
  financial_status: z.string().nullish(),
  fulfillment_status: z.string().nullish(),
  fulfillments: z.array(z.looseObject({ created_at: z.string() })).nullish(),
  customer: z.looseObject({ id, first_name: z.string().nullish(), last_name: z.string().nullish() }).nullish(),
  shipping_address: z.looseObject({ country_code: z.string().nullish() }).nullish(),
  line_items: z.array(LineItem),
  discount_codes: z.array(z.looseObject({ code: z.string() })).nullish(),
  refunds: z
    .array(
      z.looseObject({
        id,
        created_at: z.string(),
        refund_line_items: z.array(z.looseObject({ quantity: z.number(), line_item: LineItem })),
        transactions: z.array(z.looseObject({ kind: z.string(), amount: z.string() })).nullish(),
      }),
    )
    .nullish(),
});

const Product = z.looseObject({
  id,
  title: z.string(),
  vendor: z.string().nullish(),
  product_type: z.string().nullish(),
  handle: z.string(),
  status: z.string().nullish(),
  created_at: z.string().nullish(),
  image: z.looseObject({ src: z.string() }).nullish(),
  variants: z
    .array(
      z.looseObject({
        price: z.string(),
        inventory_quantity: z.number().nullish(),
        inventory_management: z.string().nullish(),
        inventory_policy: z.string().nullish(),
      }),
    )
    .nullish(),
});

/** `topic`: `orders/updated`, `products/delete` ... `origin`: of the shop's pages. Throws a `ZodError` for what is not Shopify's. */
export function shopifyMessage(topic: string, payload: unknown, origin: string): Message {
  if (topic === 'products/delete') return { deleted: z.looseObject({ id }).parse(payload).id };
  if (/^products\/(create|update)$/.test(topic)) return productIn(Product.parse(payload), origin);
  if (/^orders\/(create|updated|paid|fulfilled|cancelled)$/.test(topic))
    return { order: orderIn(Order.parse(payload)) };
  return {};
}

function orderIn(order: z.output<typeof Order>) {
  const { customer, refunds, discount_codes, shipping_address } = order;
  return {
    order_id: order.id,
    time: order.created_at,
    ...statusOf(order),
    modified: order.updated_at ?? undefined,
    currency: order.currency,
    ...(customer ? { customer: { id: customer.id, ...nameOf(customer.first_name, customer.last_name) } } : {}),
    country: shipping_address?.country_code ?? undefined,
    items: order.line_items.map(lineOf),
    value: order.subtotal_price,
    tax: order.total_tax ?? undefined,
    shipping: order.total_shipping_price_set?.shop_money.amount,
    discount: order.total_discounts ?? undefined,
    coupon: discount_codes?.[0]?.code,
    refunds: refunds?.map((refund) => {
      const paid = (refund.transactions ?? []).filter(({ kind }) => kind === 'refund');
      return {
        refund_id: refund.id,
        time: refund.created_at,
        items: refund.refund_line_items.map(({ quantity, line_item }) => lineOf({ ...line_item, quantity })),
        ...(paid.length === 0 ? {} : { value: sum(paid.map(({ amount }) => amount)) }),
      };
    }),
  };
}

/** The time is that of the change itself where the payload has it, so that a message about something else says nothing new. */
function statusOf(order: z.output<typeof Order>) {
  const { created_at, updated_at, processed_at, cancelled_at, fulfillments } = order;
  if (cancelled_at) return { status: 'cancelled', updated: cancelled_at };
  if (order.fulfillment_status === 'fulfilled')
    return { status: 'shipped', updated: fulfillments?.[0]?.created_at ?? updated_at ?? created_at };
  if (/^(paid|partially_refunded|refunded)$/.test(order.financial_status ?? ''))
    return { status: 'paid', updated: processed_at ?? created_at };
  return { status: 'placed', updated: created_at };
}

function lineOf({ product_id, sku, title, quantity, price, properties }: z.output<typeof LineItem>) {
  const item_id = product_id ?? sku ?? '';
  return { item_id, item_name: title ?? undefined, quantity, price, ...lineDetails(properties ?? []) };
}

function productIn(product: z.output<typeof Product>, origin: string): Message {
  if (product.status && product.status !== 'active') return { deleted: product.id };
  const variants = product.variants ?? [];
  const canBuy = variants.some(
    ({ inventory_management, inventory_policy, inventory_quantity }) =>
      !inventory_management || inventory_policy === 'continue' || (inventory_quantity ?? 0) > 0,
  );
  return {
    product: {
      item_id: product.id,
      item_name: product.title,
      item_category: product.product_type || undefined,
      item_brand: product.vendor || undefined,
      price: variants[0]?.price,
      url: `${origin}/products/${encodeURIComponent(product.handle)}`,
      image: product.image?.src,
      availability: variants.length === 0 || canBuy ? 'in_stock' : 'out_of_stock',
      added: product.created_at ?? undefined,
    },
  };
}

function nameOf(...parts: (string | null | undefined)[]): { name?: string } {
  const name = parts.filter(Boolean).join(' ').trim();
  return name === '' ? {} : { name };
}

function sum(amounts: readonly string[]): string {
  return amounts.reduce((total, amount) => total + Number(amount), 0).toFixed(4);
}
