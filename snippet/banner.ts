import type { Purposes } from './protocol.ts';
import type { Pushed } from './queues.ts';

/** `isAnswer`: somebody has decided, so that this is not only what holds until they do. A purpose may be left out. */
export type Tell = (purposes: Purposes, isAnswer: boolean) => void;

/**
 * Tells whatever one kind of banner says, now and later; some say it in what is pushed for another tool. Returns what to wait for
 * before the first view may be told.
 */
export type Banner = (tell: Tell, pushed: Pushed) => Promise<void> | undefined;

/** ms that a first view waits for a banner at most. */
export const PATIENCE = 500;
