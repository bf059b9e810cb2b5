import { createHistory, type History, sessionPause } from '../../../predict/history.ts';
import type { Past, SessionEvent, SessionEventKind } from '../../../predict/session.ts';
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
    const history = known?.history ?? createHistory();
    const past = history.follow(event);
    let session = known?.session;
    if (!session || event.at - session.to > sessionPause) {
      session = { user, from: event.at, to: event.at, events: [], past, lastBuy: -1 };
      sessions.push(session);
      users.set(user, { session, history });
    }
    if (event.kind === 'buy') session.lastBuy = session.events.length;
    session.to = event.at;
    session.events.push(event);
  }
  return sessions;
}

function rowOf(line: string, place: number): SessionEvent & { user: string } {
  const [time, user = '', kind = '', item = ''] = line.split('\t');
  if (!isKind(kind)) throw new Failure(`Line ${place + 2} is not time, user, view|cart|buy, item: "${line}"`);
  return { at: Number(time) * 1000, user, kind, items: [item] };
}

function isKind(kind: string): kind is Extract<SessionEventKind, 'view' | 'cart' | 'buy'> {
  return kind === 'view' || kind === 'cart' || kind === 'buy';
}
