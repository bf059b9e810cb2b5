import type { Answer, Batch, Consent, Page, PageEvent } from './protocol.ts';

/**
 * Shopify's custom pixel: its owner pastes it, and it runs in a sandboxed frame without the page, on the checkout too, where no
 * theme and so no tag of ours is. It forwards Shopify's events as they are, without what is a person's; the collector knows the words.
 */

/** Filled in as the file is served. */
declare const ORIGIN: string;
declare const SITE: string;
/** False: the theme has our tag, which tells the shop's own pages; the pixel then tells the checkout alone. */
declare const EVERYWHERE: boolean;

interface PixelEvent {
  name: string;
  timestamp?: string;
  context?: { document?: { location?: { href?: string }; referrer?: string; title?: string } };
  data?: unknown;
}

interface Privacy {
  analyticsProcessingAllowed?: boolean;
  marketingAllowed?: boolean;
  preferencesProcessingAllowed?: boolean;
}

/** What Shopify gives a custom pixel. */
declare const analytics: { subscribe(name: string, hear: (event: PixelEvent) => void): unknown };
declare const init: { customerPrivacy?: Privacy };
declare const browser: {
  localStorage: { getItem(key: string): Promise<string | null>; setItem(key: string, value: string): Promise<unknown> };
};
declare const api: {
  customerPrivacy?: { subscribe(name: string, hear: (event: { customerPrivacy: Privacy }) => void): unknown };
};

/** The tag's own token: whoever was on the shop's pages is at the checkout. */
const TOKEN = 'vitrina';
const CHECKOUT = /^(checkout|payment_info|alert_displayed|ui_extension)/;
/** What is a person's, and what no word of ours needs. */
const UNSAID = /mail|phone|address|name$|customer|user|navigator|localized/i;

let consent = allowedBy(init.customerPrivacy);
let page: Page | undefined;
let sequence = 0;
let waiting: { page: Page; event: PageEvent }[] = [];
let isSending = false;
let failures = 0;

function allowedBy(privacy: Privacy = {}): Consent {
  return {
    statistics: privacy.analyticsProcessingAllowed === true,
    personalisation: privacy.preferencesProcessingAllowed === true,
    marketing: privacy.marketingAllowed === true,
  };
}

function hear({ name, timestamp, context, data }: PixelEvent) {
  const { location, referrer, title } = context?.document ?? {};
  const url = location?.href;
  if (!url || /^(advanced_dom|input|clicked)/.test(name)) return;
  if (!EVERYWHERE && !CHECKOUT.test(name) && !/\/checkouts?\//.test(url)) return;
  if (page?.url !== url) {
    page = { id: crypto.getRandomValues(new Uint32Array(3)).join(''), url, referrer, title };
    sequence = 0;
  }
  const words = JSON.parse(JSON.stringify([name, data], (key, value) => (UNSAID.test(key) ? undefined : value)));
  const id = `${page.id}.${sequence++}`;
  const time = Date.parse(timestamp ?? '') || Date.now();
  waiting.push({ page, event: { id, name: 'said', time, params: { via: 'shopify', words } } });
  void send();
}

async function send() {
  const [first] = waiting;
  if (!first || isSending) return;
  isSending = true;
  try {
    const token = consent.statistics ? await browser.localStorage.getItem(TOKEN) : undefined;
    const batch: Batch = {
      site: SITE,
      token: token || undefined,
      consent,
      sent: Date.now(),
      page: first.page,
      events: [first.event],
    };
    const body = JSON.stringify(batch);
    const answer = await fetch(`${ORIGIN}/v1/collect`, { method: 'POST', body, keepalive: true, credentials: 'omit' });
    if (answer.status === 401) await browser.localStorage.setItem(TOKEN, '');
    if (answer.status === 401 || answer.status === 429 || answer.status > 499) throw answer;
    waiting = waiting.slice(1);
    failures = 0;
    const said: Partial<Answer> = answer.status === 200 ? await answer.json() : {};
    if (said.token && consent.statistics) await browser.localStorage.setItem(TOKEN, said.token);
  } catch {
    failures++;
  }
  isSending = false;
  if (failures < 6) setTimeout(send, failures && 1_000 * 2 ** failures);
}

analytics.subscribe('all_events', hear);
api.customerPrivacy?.subscribe('visitorConsentCollected', ({ customerPrivacy }) => {
  consent = allowedBy(customerPrivacy);
});
