import type { Answer, Batch, Decision, PageEvent, Params } from '../../snippet/protocol.ts';
import { SHOP } from './path.ts';
import type { Visitor } from './visitor.ts';

interface Collector {
  origin: string;
  site: string;
  visitor: Visitor;
  signal: AbortSignal;
}

interface Opened {
  path: string;
  title: string;
  referrer?: string;
  slots?: string[];
  events?: readonly Said[];
}

interface Said {
  name: string;
  params?: Params;
}

/** A page as a simulated visitor opens it: the same batch that the snippet sends, each event marked as simulated. */
export async function openPage(collector: Collector, { path, title, referrer, slots, events = [] }: Opened) {
  const { origin, visitor } = collector;
  const page = {
    id: crypto.randomUUID(),
    url: origin + path,
    referrer: referrer ?? `${origin}${SHOP}`,
    title,
    language: visitor.language,
  };
  let sequence = 0;

  const decisions = await send([{ name: 'page_view' }, ...events], slots);
  if (decisions.length > 0) {
    await send(decisions.map(({ id, slot }) => ({ name: 'slot_view', params: { decision: id, slot } })));
  }
  return {
    decisions,
    /** Says something more on this page. */
    tell: async (said: readonly Said[]) => {
      await send(said);
    },
  };

  async function send(said: readonly Said[], wanted?: string[]): Promise<readonly Decision[]> {
    const now = Date.now();
    const answer = await post(collector, {
      site: collector.site,
      token: visitor.token,
      consent: { statistics: true, personalisation: true, marketing: true, source: 'api' },
      sent: now,
      page,
      events: said.map(
        ({ name, params }): PageEvent => ({
          id: `${page.id}.${sequence++}`,
          name,
          time: now,
          params: { ...params, simulated: true },
        }),
      ),
      slots: wanted,
    });
    visitor.token = answer?.token ?? visitor.token;
    return answer?.slots ?? [];
  }
}

async function post({ origin, visitor, signal }: Collector, batch: Batch): Promise<Answer | undefined> {
  const response = await fetch(`${origin}/v1/collect`, {
    method: 'POST',
    body: JSON.stringify(batch),
    signal,
    headers: {
      'content-type': 'text/plain;charset=UTF-8',
      origin,
      'user-agent': visitor.userAgent,
      'accept-language': visitor.language,
      cookie: [...visitor.cookies].map((cookie) => cookie.join('=')).join('; '),
    },
  });
  for (const line of response.headers.getSetCookie()) {
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (name !== undefined && value !== undefined) visitor.cookies.set(name, value);
  }
  if (!response.ok) {
    await response.body?.cancel();
    throw new Error(`The collector answered ${response.status}`);
  }
  return response.status === 200 ? ((await response.json()) as Answer) : undefined;
}
