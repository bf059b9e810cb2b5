import type { Device } from '../log/log-event.ts';
import type { Money } from '../money.ts';

/** One accepted event as the admin's live view shows it. */
export interface LiveEvent {
  id: string;
  /** ms since 1970, collector's clock. */
  at: number;
  visitor: string;
  /** The name that the shop's signed word gave; null for an unknown visitor. */
  who: string | null;
  name: string;
  /** Path of the page, and its title. */
  path: string;
  title: string | null;
  /** ISO 3166-1 alpha-2. */
  country: string | null;
  /** Whose address it came from, on the first event of a batch. */
  company: string | null;
  browser: string | null;
  device: Device | null;
  items: { id: string; name: string | null }[];
  value: Money | null;
  /** Made by the demo's traffic, not by a person. */
  simulated: boolean;
}

/** Who is on the shop's pages: everyone with an event in the last five minutes. */
export interface LiveVisitor {
  visitor: string;
  who: string | null;
  /** Of the newest event. */
  at: number;
  name: string;
  path: string;
  title: string | null;
  country: string | null;
  /** Whose address they are at. */
  company: string | null;
  browser: string | null;
  device: Device | null;
  /** Pieces in the cart, and what they cost. */
  cart: { pieces: number; value: Money | null };
  simulated: boolean;
}
