import type { Answer, Batch, PageEvent, Params } from '../../snippet/protocol.ts';
import { type Stage, shopOrigin } from './stage.ts';

/** A person's browser on the shop's pages: sends what the snippet sends, keeps what the snippet and the browser keep. */
export interface Shopper {
  /** The page that is open; `open` goes to the next. */
  event(name: string, params?: Params): PageEvent;
  open(path: string, title?: string): void;
  /** Sends these events of the page; `words` replaces parts of the batch, `headers` parts of the request. */
  send(events: PageEvent[], words?: Partial<Batch> & Arrival, headers?: Record<string, string>): Promise<Reply>;
  readonly token: string | undefined;
  readonly cookie: string | undefined;
}

/** `handover`: the word with which the page was opened. */
export interface Arrival {
  handover?: string;
}

export interface Reply {
  status: number;
  headers: Headers;
  text: string;
  /** Of a 200. */
  answer: Answer | null;
}

export interface Problem {
  status: number;
  code: string;
  detail: string;
  field?: string;
  refused?: Answer['refused'];
}

/** isbot takes what has no words of a browser for a bot. */
export const browserWords =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36';

export const everything = { statistics: true, personalisation: true, marketing: true };

/** `site`: how the browser sees the collector from the shop's page. */
export function shopper(
  shop: Pick<Stage, 'origin' | 'owner'>,
  site: 'cross-site' | 'same-site' = 'cross-site',
): Shopper {
  let token: string | undefined;
  let cookie: string | undefined;
  let page = { id: '', url: '' };
  let title: string | undefined;
  let sequence = 0;
  const open = (path: string, name?: string) => {
    page = { id: crypto.randomUUID(), url: `${shopOrigin}${path}` };
    title = name;
    sequence = 0;
  };
  open('/');

  return {
    get token() {
      return token;
    },
    get cookie() {
      return cookie;
    },
    open,
    event: (name, params) => ({
      id: `${page.id}.${sequence++}`,
      name,
      time: Date.now(),
      ...(params === undefined ? {} : { params }),
    }),
    send: async (events, { handover, ...words } = {}, headers = {}) => {
      const url = handover === undefined ? page.url : `${page.url}?_vh=${handover}`;
      const batch: Batch = {
        site: shop.owner.site,
        ...(token === undefined ? {} : { token }),
        consent: everything,
        sent: Date.now(),
        page: { ...page, url, language: 'en', ...(title === undefined ? {} : { title }) },
        events,
        ...words,
      };
      const reply = await post(shop.origin, JSON.stringify(batch), {
        'sec-fetch-site': site,
        ...(cookie === undefined ? {} : { cookie }),
        ...headers,
      });
      token = reply.answer?.token ?? token;
      const set = reply.headers.getSetCookie().find((one) => one.startsWith('_v='));
      if (set) cookie = set.includes('Max-Age=0') ? undefined : set.split(';')[0];
      return reply;
    },
  };
}

/** A body as a page of the shop sends it. A header of the empty text is left out. */
export async function post(origin: string, body: string, headers: Record<string, string> = {}): Promise<Reply> {
  const all = { origin: shopOrigin, 'user-agent': browserWords, 'content-type': 'text/plain', ...headers };
  const response = await fetch(`${origin}/v1/collect`, {
    method: 'POST',
    headers: Object.fromEntries(Object.entries(all).filter(([, value]) => value !== '')),
    body,
  });
  const text = await response.text();
  const answer = response.status === 200 ? (JSON.parse(text) as Answer) : null;
  return { status: response.status, headers: response.headers, text, answer };
}
