import { randomBytes } from 'node:crypto';
import { signAssertion } from '../../server/identity/assertion.ts';
import type { Answer, Batch, PageEvent } from '../../snippet/protocol.ts';
import { type RealShop, shopOrigin } from './real-shop.ts';

export type Said = readonly [name: string, params: PageEvent['params']];

/** What `/v1/recommendations` is asked. */
export interface Question {
  slot?: string;
  recipe?: string;
  product?: string;
  limit?: number;
}

export interface Shelf {
  recipe: string | null;
  items: { id: string }[];
}

export interface Browser {
  /** Resolves with the answer. */
  tell(...said: Said[]): Promise<void>;
  /** As JSON, for whoever sends it. */
  question(question: Question): string;
  answer(question: Question): Promise<string>;
  ask(question: Question): Promise<Shelf>;
}

/** Pages of a shop, and its own systems, before a running Vitrina at `origin`. `secret`: a secret key. */
export function shopAt({ key, identitySecret }: RealShop, { origin, secret }: { origin: string; secret: string }) {
  const consent = { statistics: true, personalisation: true };
  const post = async (path: string, body: string, headers: Record<string, string>): Promise<string> => {
    const response = await fetch(origin + path, { method: 'POST', body, headers });
    const text = await response.text();
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${text}`);
    return text;
  };
  const fromPage = {
    origin: shopOrigin,
    'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0',
  };
  const fromServer = { authorization: `Bearer ${secret}`, 'content-type': 'application/json' };

  const browser = (): Browser => {
    let token: string | undefined;
    const question = (asked: Question) =>
      JSON.stringify({ site: key, ...(token === undefined ? {} : { token }), consent, language: 'en', ...asked });
    const answer = (asked: Question) => post('/v1/recommendations', question(asked), fromPage);
    return {
      question,
      tell: async (...said) => {
        const id = randomBytes(12).toString('hex');
        const batch: Batch = {
          ...{ site: key, consent, sent: Date.now(), ...(token === undefined ? {} : { token }) },
          page: { id, url: `${shopOrigin}/`, title: 'Gift shop', language: 'en' },
          events: said.map(([name, params], place) => ({ id: `${id}.${place}`, name, time: Date.now(), params })),
          slots: [],
        };
        const text = await post('/v1/collect', JSON.stringify(batch), fromPage);
        const answer: Answer = text === '' ? { slots: [] } : JSON.parse(text);
        if (answer.refused) throw new Error(`refused: ${text}`);
        token = answer.token ?? token;
      },
      answer,
      ask: async (asked) => JSON.parse(await answer(asked)),
    };
  };

  return {
    browser,
    signed: (id: string) => signAssertion({ sub: id }, identitySecret, Date.now()),
    order: (id: string, customer: string, product: string) =>
      post(
        '/v1/orders',
        JSON.stringify({
          orders: [
            {
              ...{ order_id: id, time: new Date().toISOString(), customer: { id: customer } },
              items: [{ item_id: product, quantity: 1, price: 2.5 }],
            },
          ],
        }),
        fromServer,
      ),
    /** Puts a product into the catalogue as it is, but in stock or not. */
    stockOf: async (product: string) => {
      const known = await fetch(`${origin}/v1/catalog/${encodeURIComponent(product)}`, { headers: fromServer });
      const said = Object.entries((await known.json()) as object).filter(([, value]) => value !== null);
      return (availability: 'in_stock' | 'out_of_stock') =>
        post('/v1/catalog', JSON.stringify({ upsert: [{ ...Object.fromEntries(said), availability }] }), fromServer);
    },
  };
}
