import { leastDrop } from '../catalog/past.ts';
import type { Product } from '../catalog/product.ts';
import type { OpenShop } from '../collect/open-shop.ts';
import { usablePerson } from '../collect/person.ts';
import type { AlertWord, LogEvent } from '../log/log-event.ts';
import { decimalOf } from '../money.ts';
import { type AlertMet, alertsPosted } from '../outbox/message.ts';
import { alertTopic } from '../outbox/topic.ts';
import { alertKey } from '../profiles/alerts.ts';
import { customerOf } from '../profiles/read.ts';
import { personNames } from '../profit/person-names.ts';

interface Waiting {
  of: AlertWord['of'];
  visitor: string;
  event: string;
  /** ms since 1970. */
  at: number;
  price: number | null;
  currency: string | null;
  email: string | null;
  agreed: string | null;
  language: string | null;
}

/**
 * Tells everyone who waited for this of a product: each person once, on however many devices they asked. That they were told is an event of theirs;
 * the shop's own system hears of it before that is written, under an id that stays the same, so that a crash between the two loses nothing.
 */
export async function meetProduct(id: string, shop: OpenShop, now: number): Promise<void> {
  const product = shop.catalog.get(id);
  if (!product?.inStock) return;
  const rows = await shop.store.all(waitingSql, [id]);
  const due = rows.map(waitingOf).filter((one) => isMet(one, product));
  const persons = await personNames([...new Set(due.map(({ visitor }) => visitor))], shop.store);
  const wishes = new Map<string, [Waiting, ...Waiting[]]>();
  for (const one of due) {
    const key = `${one.of} ${persons.get(one.visitor) ?? one.visitor}`;
    const known = wishes.get(key);
    if (known) known.push(one);
    else wishes.set(key, [one]);
  }
  for (const wish of wishes.values()) await tell(wish, product, shop, now);
}

async function tell(wish: [Waiting, ...Waiting[]], product: Product, shop: OpenShop, now: number): Promise<void> {
  const [first] = wish;
  // Whoever has taken their consent back is told nothing any more, nor who has taken the wish back on another device.
  const person = await usablePerson(first.visitor, shop);
  if (!person?.profile.alerts.get(alertKey({ of: first.of, product: product.id }))?.value.on) return;
  const asked = wish.findLast(({ email }) => email !== null) ?? first;
  const { of, email, agreed, language } = asked;
  const { name, url, price, currency } = product;
  const met: AlertMet = {
    ...{ id: eventOf(first), visitor: first.visitor, customer: customerOf(person.profile), alert: of },
    product: {
      ...{ id: product.id, name, url, currency },
      price: price === null || currency === null ? null : decimalOf({ amount: price, currency }),
      was: asked.price === null || currency === null ? null : decimalOf({ amount: asked.price, currency }),
    },
    letter:
      email === null || agreed === null ? null : { email, agreed, language, at: new Date(asked.at).toISOString() },
  };
  await shop.store.write(alertsPosted([met], alertTopic, now));
  await shop.record(
    wish.map((one): LogEvent => {
      const cost = price !== null && currency !== null ? { price, currency } : {};
      const alert = { product: product.id, of, on: false, isMet: true as const, ...cost };
      return { id: eventOf(one), visitor: one.visitor, at: now, name: 'product_alert_met', alert };
    }),
  );
}

const eventOf = ({ event }: Waiting) => `alert-met:${event}`;

/** A part of the price that is worth a word, as on the shelf of what costs less. */
function isMet({ of, price, currency }: Waiting, product: Product): boolean {
  if (of === 'stock') return true;
  if (price === null || product.price === null || currency !== product.currency) return false;
  return product.price <= price * (1 - leastDrop);
}

function waitingOf([of, visitor, event, at, price, currency, email, agreed, language]: unknown[]): Waiting {
  const text = (value: unknown) => (value === null ? null : String(value));
  return {
    ...{ of: of === 'price' ? 'price' : 'stock', visitor: String(visitor), event: String(event), at: Number(at) },
    ...{ price: price === null ? null : Number(price), currency: text(currency), email: text(email) },
    ...{ agreed: text(agreed), language: text(language) },
  };
}

const waitingSql =
  'SELECT of, visitor, event, at, price, currency, email, agreed, language FROM alerts WHERE product = ? ORDER BY at';
