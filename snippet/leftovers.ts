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
  sealed?: boolean | undefined;
  /** Of the visitor who has left since; all others go with the token that is kept when they leave. */
  token?: string;
}

export const LEFTOVERS = 'vitrina-queue';
/** Letters that wait, in memory or on the device; the oldest are dropped beyond it. */
export const CAPACITY = 30;

/** Returns what lies on the device but `letters`, and puts there what `next` makes of it. Nothing runs in between. */
export function exchange(letters: Letter[], next: (others: Letter[]) => Letter[]): Letter[] {
  const others = read()?.filter(({ id }) => !letters.some((letter) => letter.id === id)) ?? [];
  const staying = next(others).slice(-CAPACITY);
  keep(LEFTOVERS, staying[0] ? JSON.stringify(staying) : '');
  return others;
}

/** Sent by a page that did not live to hear of it. The collector's cookie names the last letters that it has. */
export const isAcknowledged = ({ id }: Letter) => document.cookie.includes(`${id}~`);

const read = quietly((): Letter[] => JSON.parse(kept(LEFTOVERS) ?? ''));
