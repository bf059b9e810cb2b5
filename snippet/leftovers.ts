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

const KEY = 'vitrina-queue';
/** Letters that wait, in memory or on the device; the oldest are dropped beyond it. */
export const CAPACITY = 30;

/** What pages have left on the device. */
export const leftovers = /* @__PURE__ */ quietly((): Letter[] | null => JSON.parse(`${kept(KEY)}`));

export function leave(letters: Letter[]) {
  keep(KEY, letters[0] ? JSON.stringify(letters.slice(-CAPACITY)) : '');
}
