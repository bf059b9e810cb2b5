import { keep, kept } from './device.ts';
import type { Page, PageEvent } from './protocol.ts';
import { quietly } from './quietly.ts';

/** A batch before it leaves: events of one page and one visitor. */
export interface Letter {
  page: Page;
  events: PageEvent[];
  /** Of its last event; what the collector acknowledges. */
  id: string;
  /** The next event is somebody else's, or under another consent. */
  sealed?: boolean;
  /** Of the visitor who has left since; all others go with the token that is kept when they leave. */
  token?: string;
}

export const LEFTOVERS = 'vitrina-queue';
/** Letters that wait, in memory or on the device; the oldest are dropped beyond it. */
export const CAPACITY = 30;

/** Returns what lies on the device but `mine`. It stays there, with what is added, or is taken away; nothing runs in between. */
export function exchange(mine: Letter[], added?: Letter[]): Letter[] {
  const others = read()?.filter(({ id }) => !mine.some((letter) => letter.id === id)) ?? [];
  keep(LEFTOVERS, added?.[0] ? JSON.stringify([...others, ...added].slice(-CAPACITY)) : '');
  return others;
}

const read = quietly((): Letter[] => JSON.parse(kept(LEFTOVERS) ?? ''));
