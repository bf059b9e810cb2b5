import type { Refusal } from '../../snippet/protocol.ts';
import { classify, isFromOutside } from '../acquisition/classify.ts';
import { readAssertion } from '../identity/assertion.ts';
import type { Client, Company, LogEvent, LogPage } from '../log/log-event.ts';
import { Refused } from '../refused.ts';
import { hostsOf } from '../shops/origins.ts';
import type { OpenShop } from './open-shop.ts';
import type { ReadBatch } from './read-batch.ts';
import { Consent } from './schema.ts';
import { toLogEvent } from './to-log-event.ts';

export interface Facts {
  events: Omit<LogEvent, 'visitor'>[];
  refused: Refusal[];
  /** Another site led to the page. */
  isFromOutside: boolean;
}

/** Who sent a batch, as far as it says so itself. */
interface Sender {
  client: Client;
  /** Whose address it came from. */
  company: Company | null;
  /** ms since 1970. */
  received: number;
}

/** The facts of a batch, and what was refused of it. */
export async function logEvents(
  batch: ReadBatch,
  open: OpenShop,
  { client, company, received }: Sender,
): Promise<Facts> {
  const { shop, catalog, questions, campaigns } = open;
  const words = { currency: shop.currency, catalog, questions, campaigns, demo: shop.demo };
  const wire = { page: pageOf(batch), received, sent: batch.sent, by: 'visitor' as const, ...words };
  const events: Facts['events'] = [];
  const refused = [...batch.refused];
  const hosts = hostsOf(shop);
  for (const { index, event } of batch.events) {
    try {
      const fact = toLogEvent(event, wire);
      // A visit may begin unseen: the page that is agreed on was still opened from somewhere.
      if (event.name === 'page_view' || event.name === 'consent') Object.assign(fact, sourceOf(batch, hosts));
      if (event.name === 'consent') Object.assign(fact, { consent: Consent.safeParse(event.params).data });
      if (event.name === 'login') Object.assign(fact, await identityOf(event.params?.identity, shop, received));
      // An order is sent to where it was placed from, as far as nobody says another place.
      if (event.name === 'purchase') Object.assign(fact, { client });
      events.push(fact);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      refused.push({ index, field: error.field, reason: error.message });
    }
  }
  const [first] = events;
  if (first) Object.assign(first, { client, ...(company && { company }), consent: first.consent ?? batch.consent });
  return {
    events,
    refused: refused.sort((a, b) => a.index - b.index),
    isFromOutside: isFromOutside({ url: batch.url, referrer: batch.page.referrer, own: hosts }),
  };
}

/** A login that proves nothing is kept as what it is: a claim, which opens no profile. */
async function identityOf(
  token: string | undefined,
  shop: OpenShop['shop'],
  now: number,
): Promise<Pick<LogEvent, 'identity'>> {
  if (token === undefined) return {};
  const identity = await readAssertion(token, shop, now);
  if (!identity) throw new Refused('params.identity', 'it is not signed by this shop, or not of these minutes');
  return { identity };
}

function sourceOf({ url, page, consent }: ReadBatch, own: readonly string[]): Pick<LogEvent, 'source'> {
  const source = classify({ url, referrer: page.referrer, own, keepClick: consent.marketing === true });
  return source ? { source } : {};
}

/** The path alone: a query may carry what nobody should keep. */
function pageOf({ page, url }: ReadBatch): LogPage {
  return {
    id: page.id,
    path: url.pathname.slice(0, 500),
    ...(page.title ? { title: page.title.slice(0, 300) } : {}),
    ...(page.language ? { language: page.language.slice(0, 35) } : {}),
  };
}
