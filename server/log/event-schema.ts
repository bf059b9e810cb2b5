import { z } from 'zod';
import { plainText } from '../plain-text.ts';
import type { LogEvent } from './log-event.ts';

const Shown = z.looseObject({ id: z.string(), reason: z.looseObject({ code: z.string() }), score: z.number() });

/** What is needed of an exported event to be a row again; the rest of it goes into the body as it is. */
const Exported = z.looseObject({
  id: z.string().min(1).max(300).regex(plainText),
  visitor: z.string().min(1).max(200).regex(plainText),
  at: z.number().int().min(0).max(8.64e15),
  name: z.string().regex(/^[a-zA-Z][a-zA-Z0-9_]{0,63}$/),
  page: z.looseObject({ id: z.string(), path: z.string() }).optional(),
  currency: z.string().length(3).optional(),
  value: z.number().int().optional(),
  items: z
    .array(z.looseObject({ id: z.string(), quantity: z.number(), price: z.number().int().optional() }))
    .optional(),
  order: z.string().regex(plainText).optional(),
  identity: z
    .looseObject({
      customer: z.string().min(1).regex(plainText),
      evidence: z.string(),
      name: z.string().regex(plainText).optional(),
      email: z.string().regex(plainText).optional(),
      phone: z.string().regex(plainText).optional(),
      proof: z.string().regex(plainText).optional(),
    })
    .optional(),
  edges: z.array(z.looseObject({ key: z.string().regex(plainText), joins: z.boolean() })).optional(),
  about: z.string().min(1).max(250).regex(plainText).optional(),
  facts: z
    .array(z.looseObject({ trait: z.string().regex(plainText), value: z.string(), source: z.string().regex(/^\S+$/) }))
    .optional(),
  consent: z.looseObject({}).optional(),
  answer: z.looseObject({ question: z.string(), value: z.string(), by: z.string() }).optional(),
  client: z.looseObject({}).optional(),
  source: z.looseObject({ source: z.string(), medium: z.string(), landing: z.string() }).optional(),
  receipts: z.array(z.looseObject({ id: z.string(), slot: z.string(), shown: z.array(Shown).optional() })).optional(),
  news: z.array(z.string()).optional(),
  params: z.looseObject({}).optional(),
});

/** An event of an export; throws an `Error` that names what is wrong. Checked where the code that folds it would stumble. */
export function exportedEvent(value: unknown): LogEvent {
  const parsed = Exported.safeParse(value);
  if (parsed.success) return value as LogEvent;
  const [issue] = parsed.error.issues;
  throw new Error(`${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'invalid'}`);
}
