import { type Category, categoryOf } from './category.ts';
import { countryCode } from './country.ts';
import { displayName } from './display-name.ts';
import { isProduct } from './not-a-product.ts';
import { productName } from './product-name.ts';
import type { SourceOrder } from './source.ts';

/** What the shop sells. */
export interface Product {
  id: string;
  name: string;
  category: Category;
  /** Pence: the middle of what it was lately sold for. */
  price: number;
  /** ISO 8601, when it was first sold. */
  added: string;
  inStock: boolean;
  /** In how many orders it was. */
  orders: number;
}

export interface Customer {
  id: string;
  /** Generated; see `displayName`. */
  name: string;
  /** ISO 3166-1 alpha-2 of the first order, or empty. */
  country: string;
  /** Cancellations are not counted. */
  orders: number;
}

/** A recent order as the simulated visitors repeat it. */
export interface Basket {
  /** Empty where the buyer had no account. */
  customer: string;
  items: { id: string; quantity: number }[];
}

const RECENT_PRICES = 50;
const RECENT_BASKETS = 2000;
const IN_STOCK_DAYS = 120;
export const DAY = 86_400_000;

interface Sales {
  first: number;
  last: number;
  prices: number[];
  orders: number;
}

/** Reads the books once, order by order, and says at the end what the shop sells and to whom. Times are ms since 1970. */
export function openBooks(descriptions: Map<string, string>) {
  const sales = new Map<string, Sales>();
  const customers = new Map<string, Customer>();
  const baskets: Basket[] = [];
  let lastOrder = 0;

  return {
    /** Notes an order and says who bought. */
    note(order: SourceOrder, time: number): Customer | undefined {
      lastOrder = Math.max(lastOrder, time);
      const isCancellation = order.id.startsWith('C');
      if (!isCancellation) {
        noteSales(order, time);
        noteBasket(order);
      }
      if (!order.customer) return undefined;
      const customer = customers.get(order.customer) ?? newCustomer(order);
      customers.set(customer.id, customer);
      if (!isCancellation) customer.orders++;
      return customer;
    },
    catalog: () => [...sales].flatMap(([id, sold]) => product(id, sold)),
    customers: () => [...customers.values()],
    baskets: () => baskets,
  };

  function noteSales(order: SourceOrder, time: number) {
    const items = new Set<string>();
    for (const line of order.lines) {
      const price = Math.round(Number(line.price) * 100);
      if (line.quantity <= 0 || price <= 0) continue;
      let sold = sales.get(line.item);
      if (!sold) {
        sold = { first: time, last: time, prices: [], orders: 0 };
        sales.set(line.item, sold);
      }
      sold.last = time;
      sold.prices.push(price);
      if (sold.prices.length > RECENT_PRICES) sold.prices.shift();
      if (!items.has(line.item)) sold.orders++;
      items.add(line.item);
    }
  }

  function noteBasket({ customer, lines }: SourceOrder) {
    const items = lines
      .filter((line) => line.quantity > 0 && isProduct(line.item, descriptions.get(line.item) ?? ''))
      .map((line) => ({ id: line.item, quantity: line.quantity }));
    if (items.length === 0) return;
    baskets.push({ customer, items: items.slice(0, 12) });
    if (baskets.length > RECENT_BASKETS) baskets.shift();
  }

  function product(id: string, { first, last, prices, orders }: Sales): Product[] {
    const description = descriptions.get(id) ?? '';
    if (!isProduct(id, description)) return [];
    return [
      {
        id,
        name: productName(description),
        category: categoryOf(description),
        price: median(prices),
        added: new Date(first).toISOString(),
        inStock: lastOrder - last < IN_STOCK_DAYS * DAY,
        orders,
      },
    ];
  }
}

function newCustomer(order: SourceOrder): Customer {
  const country = countryCode(order.country);
  return { id: order.customer, name: displayName(order.customer, country), country, orders: 0 };
}

/** Of an even number the lower of the two in the middle, so that it is a price that somebody paid. */
function median(prices: number[]): number {
  const sorted = prices.toSorted((a, b) => a - b);
  return sorted[(sorted.length - 1) >> 1] ?? 0;
}
