import { z } from 'zod';
import { lineDetails, type Note } from './line-details.ts';
import type { Message } from './message.ts';
import { paymentFee } from './payment-fee.ts';

/** The parts that we read of WooCommerce's webhook payloads, REST API v3. */

const gmt = z.string().transform((said) => `${said}Z`);

const Order = z.looseObject({
  id: z.number(),
  status: z.string(),
  currency: z.string(),
  date_created_gmt: gmt,
  date_modified_gmt: gmt,
  date_paid_gmt: gmt.nullish(),
  date_completed_gmt: gmt.nullish(),
  discount_total: z.string().nullish(),
  shipping_total: z.string().nullish(),
  total_tax: z.string().nullish(),
  customer_id: z.number(),
  billing: z
    .looseObject({ first_name: z.string().nullish(), last_name: z.string().nullish(), country: z.string().nullish() })
    .nullish(),
  line_items: z.array(
    z.looseObject({
      product_id: z.number(),
      name: z.string(),
      quantity: z.number(),
      total: z.string(),
      price: z.union([z.number(), z.string()]),
      meta_data: z.array(z.looseObject({ key: z.string(), value: z.unknown() })).nullish(),
      // Of the whole line; since WooCommerce 10, where the shop has turned it on.
      cost_of_goods_sold: z.looseObject({ total_value: z.number().nullish() }).nullish(),
    }),
  ),
  coupon_lines: z.array(z.looseObject({ code: z.string() })).nullish(),
  refunds: z.array(z.looseObject({ id: z.number(), total: z.string() })).nullish(),
  meta_data: z.array(z.looseObject({ key: z.string(), value: z.unknown() })).nullish(),
});

const Product = z.looseObject({
  id: z.number(),
  name: z.string(),
  permalink: z.string(),
  status: z.string(),
  price: z.string(),
  stock_status: z.string().nullish(),
  date_created_gmt: gmt.nullish(),
  categories: z.array(z.looseObject({ name: z.string() })).nullish(),
  brands: z.array(z.looseObject({ name: z.string() })).nullish(),
  images: z.array(z.looseObject({ src: z.string() })).nullish(),
});

/** `topic`: `order.updated`, `product.deleted` ... Throws a `ZodError` for what is not WooCommerce's. */
export function wooMessage(topic: string, payload: unknown): Message {
  if (topic === 'product.deleted') return { deleted: String(z.looseObject({ id: z.number() }).parse(payload).id) };
  if (/^product\.(created|updated|restored)$/.test(topic)) return productIn(Product.parse(payload));
  if (/^order\.(created|updated|restored)$/.test(topic)) return { order: orderIn(Order.parse(payload)) };
  return {};
}

function orderIn(order: z.output<typeof Order>) {
  const { billing, customer_id } = order;
  const name = [billing?.first_name, billing?.last_name].filter(Boolean).join(' ').trim();
  return {
    order_id: order.id,
    time: order.date_created_gmt,
    ...statusOf(order),
    modified: order.date_modified_gmt,
    currency: order.currency,
    // 0 is a guest.
    ...(customer_id === 0 ? {} : { customer: { id: customer_id, ...(name === '' ? {} : { name }) } }),
    country: billing?.country || undefined,
    items: order.line_items.map(({ product_id, name, quantity, price, meta_data, cost_of_goods_sold: cost }) => ({
      item_id: product_id,
      item_name: name,
      quantity,
      price,
      cost: cost?.total_value && quantity > 0 ? (cost.total_value / quantity).toFixed(4) : undefined,
      ...lineDetails(notesIn(meta_data)),
    })),
    value: order.line_items.reduce((total, line) => total + Number(line.total), 0).toFixed(4),
    tax: order.total_tax ?? undefined,
    shipping: order.shipping_total ?? undefined,
    discount: order.discount_total ?? undefined,
    ...paymentFee(notesIn(order.meta_data), order.currency),
    coupon: order.coupon_lines?.[0]?.code,
    // The payload has no time of a refund; its id keeps it once, at the time of the first message that has it.
    refunds: order.refunds?.map(({ id, total }) => ({
      refund_id: id,
      time: order.date_modified_gmt,
      value: total.replace('-', ''),
    })),
  };
}

function notesIn(meta: readonly { key: string; value: unknown }[] | null | undefined): Note[] {
  return (meta ?? []).map(({ key, value }) => ({ name: key, value }));
}

function statusOf(order: z.output<typeof Order>) {
  const { date_created_gmt: created, date_modified_gmt: modified } = order;
  switch (order.status) {
    case 'pending':
    case 'on-hold':
      return { status: 'placed', updated: created };
    case 'processing':
      return { status: 'paid', updated: order.date_paid_gmt ?? created };
    case 'completed':
      return { status: 'delivered', updated: order.date_completed_gmt ?? modified };
    case 'cancelled':
    case 'failed':
      return { status: 'cancelled', updated: modified };
  }
  return {};
}

function productIn(product: z.output<typeof Product>): Message {
  const { id, name, permalink, price, categories, brands, images } = product;
  if (product.status !== 'publish') return { deleted: String(id) };
  return {
    product: {
      item_id: id,
      item_name: name,
      item_category: categories?.[0]?.name,
      item_brand: brands?.[0]?.name,
      price: price === '' ? undefined : price,
      url: permalink,
      image: images?.[0]?.src,
      availability: product.stock_status === 'outofstock' ? 'out_of_stock' : 'in_stock',
      added: product.date_created_gmt ?? undefined,
    },
  };
}
