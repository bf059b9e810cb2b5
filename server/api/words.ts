import { z } from 'zod';
import { plainText } from '../plain-text.ts';

/** The words that several calls of the server API share. */

export const shopId = z
  .union([z.string().min(1).max(100).regex(plainText, 'without control characters'), z.number()])
  .transform(String)
  .describe('The shop’s own number, as text or number.');

export const decimal = z
  .union([z.number(), z.string().max(32)])
  .describe('An amount in major units: 199.5, "199.50" or "199,50".');

export const moment = z
  .union([z.iso.datetime({ offset: true }), z.number().int().min(0).max(8.64e15)])
  .transform((said) => (typeof said === 'number' ? said : Date.parse(said)))
  .describe('A time: 2026-11-21T18:00:00Z, or milliseconds since 1970.');

export const Refusal = z
  .object({
    index: z.number().int().describe('Its place in the list that was sent.'),
    field: z.string().describe('Path inside of it, for instance items.0.price.'),
    reason: z.string(),
  })
  .describe('One entry that was not kept; all others were.');
