import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { Limits } from '../limits/limits.ts';
import { Problem } from '../problem.ts';
import { readableRefusal } from './cross-origin.ts';

export interface LimitDeps {
  limits: Limits;
  /** The browser's address, as this runtime knows it. */
  addressOf(context: Context): string;
}

/** Turns an address away that sends too much, before anything that it sends is read. */
export function limitSenders({ limits, addressOf }: LimitDeps) {
  return createMiddleware(async (c, next) => {
    try {
      limits.address(c, addressOf(c));
    } catch (error) {
      if (error instanceof Problem) readableRefusal(c);
      throw error;
    }
    await next();
  });
}
