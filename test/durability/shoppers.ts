import { Agent, request } from 'node:http';
import type { Answer, Batch, PageEvent } from '../../snippet/protocol.ts';

/** One visitor's device: the token that it was given last. */
interface Device {
  token: string | undefined;
}

interface Sending {
  batch: Batch;
  device: Device;
}

/** Many people in the shop at once, who know what they sent and what was acknowledged. */
export interface Shoppers {
  /** Id in the log -> name and page of every event that was ever sent. */
  sent: ReadonlyMap<string, { name: string; page: string }>;
  /** Ids in the log of the events of every batch that was answered. */
  acknowledged: ReadonlySet<string>;
  /** How many batches were sent again, after an answer and without one. */
  repeats: { answered: number; unanswered: number };
  /** `busy` resolves with the thirtieth answer, while all go on; everyone has stopped when `gone` resolves. */
  shopAt(origin: string): { busy: Promise<void>; gone: Promise<void> };
  /** One more batch, from one person alone. */
  lookInto(origin: string): Promise<void>;
}

const connections = 16;
const devices = 60;
const customers = 12;
const products = 40;

export function createShoppers(
  site: string,
  random: () => number,
  sign: (customer: string) => Promise<string>,
): Shoppers {
  const sent = new Map<string, { name: string; page: string }>();
  const acknowledged = new Set<string>();
  const repeats = { answered: 0, unanswered: 0 };
  const known: Device[] = Array.from({ length: devices }, () => ({ token: undefined }));
  const answered: Sending[] = [];
  const unanswered: Sending[] = [];
  let pages = 0;
  let orders = 0;

  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  const chance = (share: number) => random() < share;

  async function shop(origin: string, agent: Agent, onAnswer: () => void): Promise<void> {
    for (;;) {
      const sending = await next();
      try {
        // Now and then a device sends the same batch twice at once.
        const both = chance(0.05) ? [sending, sending] : [sending];
        await Promise.all(both.map((one) => deliver(origin, agent, one)));
      } catch (error) {
        if (error instanceof WrongAnswer) throw error;
        unanswered.push(sending);
        return;
      }
      answered.push(sending);
      onAnswer();
    }
  }

  async function next(): Promise<Sending> {
    if (unanswered.length > 0 && chance(0.3)) {
      repeats.unanswered++;
      const [again] = unanswered.splice(Math.floor(random() * unanswered.length), 1);
      if (again) return again;
    }
    const old = chance(0.1) ? pick(answered) : undefined;
    if (old) {
      repeats.answered++;
      return old;
    }
    const device = chance(0.15) ? { token: undefined } : (pick(known) ?? { token: undefined });
    return { device, batch: await newBatch(device.token) };
  }

  async function newBatch(token: string | undefined): Promise<Batch> {
    const page = `p${pages++}`;
    const events: PageEvent[] = [];
    const now = Date.now();
    const say = (name: string, params?: PageEvent['params']) => {
      events.push({ id: `${page}.${events.length}`, name, time: now - Math.floor(random() * 60_000), params });
    };
    say('page_view');
    for (let count = Math.floor(random() * 4); count > 0; count--) say('view_item', { items: [item()] });
    if (chance(0.4)) say('add_to_cart', { items: [item()] });
    if (chance(0.1)) say('remove_from_cart', { items: [item()] });
    if (chance(0.1)) say('purchase', { items: [item(), item()], transaction_id: `T${orders++}`, tax: 1 });
    if (chance(0.15)) say('login', { identity: await sign(`C${Math.floor(random() * customers)}`) });
    if (chance(0.05)) say('logout');
    for (const { id, name, params } of events) {
      sent.set(params?.transaction_id === undefined ? id : `order:${params.transaction_id}`, { name, page });
    }
    return {
      site,
      ...(token === undefined ? {} : { token }),
      consent: chance(0.9) ? { statistics: true, personalisation: true } : {},
      sent: now,
      page: { id: page, url: `http://shop.example/${page}?utm_source=test`, title: page, language: 'uk' },
      events,
      ...(chance(0.3) ? { slots: ['greeting', 'home'] } : {}),
    };
  }

  function item() {
    const number = Math.floor(random() * products);
    return { item_id: `I${number}`, item_name: `Thing ${number}`, item_category: `Kind ${number % 7}`, price: '2.50' };
  }

  async function deliver(origin: string, agent: Agent, { batch, device }: Sending): Promise<void> {
    const answer = await post(`${origin}/v1/collect`, agent, JSON.stringify(batch));
    if (answer?.refused) throw new WrongAnswer(`refused: ${JSON.stringify(answer.refused)}`);
    if (answer?.token !== undefined) device.token = answer.token;
    for (const { id, params } of batch.events) {
      acknowledged.add(params?.transaction_id === undefined ? id : `order:${params.transaction_id}`);
    }
  }

  return {
    sent,
    acknowledged,
    repeats,
    shopAt: (origin) => {
      const agent = new Agent({ keepAlive: true, maxSockets: connections * 2 });
      let onAnswer = () => {};
      const busy = new Promise<void>((resolve) => {
        let answers = 0;
        onAnswer = () => {
          if (++answers === 30) resolve();
        };
      });
      const everyone = Array.from({ length: connections }, () => shop(origin, agent, onAnswer));
      return { busy, gone: Promise.all(everyone).then(() => agent.destroy()) };
    },
    lookInto: async (origin) => {
      const agent = new Agent();
      const device = { token: undefined };
      await deliver(origin, agent, { device, batch: await newBatch(device.token) });
      agent.destroy();
    },
  };
}

/** The server answered, but not as it should: a killed server does not answer at all. */
class WrongAnswer extends Error {}

function post(url: string, agent: Agent, body: string): Promise<Answer | null> {
  return new Promise((resolve, reject) => {
    const headers = {
      origin: 'http://shop.example',
      'content-type': 'text/plain',
      'user-agent': 'Mozilla/5.0 Firefox/130.0',
    };
    const call = request(url, { method: 'POST', agent, headers }, (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (part: string) => {
        text += part;
      });
      answer.on('error', reject);
      answer.on('end', () => {
        if (answer.statusCode === 200) resolve(JSON.parse(text) as Answer);
        else if (answer.statusCode === 204) resolve(null);
        else reject(new WrongAnswer(`${answer.statusCode} ${text}`));
      });
    });
    call.on('error', reject);
    call.end(body);
  });
}
