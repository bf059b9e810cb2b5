import type { Past, SessionEvent, SessionEventKind } from '../../../predict/session.ts';
import { sessionPause } from '../../../predict/session-chance.ts';
import { Failure } from '../command.ts';

export interface LoggedSession {
  user: string;
  from: number;
  to: number;
  events: SessionEvent[];
  /** What was known of the user when it began. */
  past: Past;
  /** Place of the last purchase among the events; -1 without any. */
  lastBuy: number;
}

/** Sessions in the order in which they began. Each line: time in seconds, user, type, item. */
export function sessionsOf(lines: readonly string[]): LoggedSession[] {
  const rows = lines.map(rowOf).sort((a, b) => a.at - b.at);
  const users = new Map<string, { session: LoggedSession; history: History }>();
  const sessions: LoggedSession[] = [];
  for (const { user, ...event } of rows) {
    const known = users.get(user);
    const history = known?.history ?? newHistory();
    let session = known?.session;
    if (!session || event.at - session.to > sessionPause) {
      if (session) history.close(session);
      session = { user, from: event.at, to: event.at, events: [], past: history.past(event.at), lastBuy: -1 };
      sessions.push(session);
      users.set(user, { session, history });
    }
    if (event.kind === 'buy') session.lastBuy = session.events.length;
    session.to = event.at;
    session.events.push(event);
  }
  return sessions;
}

type History = ReturnType<typeof newHistory>;

/** What a user's earlier sessions add up to. */
function newHistory() {
  let viewed: ReadonlySet<string> = new Set();
  let cart: ReadonlySet<string> = new Set();
  let sessions = 0;
  let orders = 0;
  let lastSession: number | null = null;
  let lastOrder: number | null = null;
  return {
    past: (at: number): Past => {
      const before = viewed;
      return {
        ...{ sessions, orders, inCart: cart.size },
        sinceSession: lastSession === null ? null : at - lastSession,
        sinceOrder: lastOrder === null ? null : at - lastOrder,
        hasViewed: (product) => before.has(product),
      };
    },
    close: ({ events, to }: LoggedSession) => {
      const more = new Set(viewed);
      const left = new Set(cart);
      let orderedAt: number | null = null;
      for (const { kind, items, at } of events) {
        for (const item of items) {
          if (kind === 'view') more.add(item);
          if (kind === 'cart') left.add(item);
        }
        if (kind !== 'buy') continue;
        left.clear();
        // An order of several products is several lines of one moment.
        if (orderedAt === null || at - orderedAt > 60_000) orders++;
        orderedAt = at;
        lastOrder = at;
      }
      viewed = more;
      cart = left;
      sessions++;
      lastSession = to;
    },
  };
}

function rowOf(line: string, place: number): SessionEvent & { user: string } {
  const [time, user = '', kind = '', item = ''] = line.split('\t');
  if (!isKind(kind)) throw new Failure(`Line ${place + 2} is not time, user, view|cart|buy, item: "${line}"`);
  return { at: Number(time) * 1000, user, kind, items: [item] };
}

function isKind(kind: string): kind is Extract<SessionEventKind, 'view' | 'cart' | 'buy'> {
  return kind === 'view' || kind === 'cart' || kind === 'buy';
}
