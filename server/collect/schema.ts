import { z } from 'zod';
import type { Batch, HandoverRequest } from '../../snippet/protocol.ts';
import { plainText } from '../plain-text.ts';
import type { Plain, Same } from '../same.ts';
import { deepest, isShallow } from './is-shallow.ts';

/** The schema of the wire: what `snippet/protocol.ts` says, with its bounds. */

/** Without a colon: nobody's event takes the id of an order (`order:7001`) before it is placed. */
const id = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[\w.-]*$/, 'an id has letters, digits, _ . and - only');
const decimal = z.union([z.number(), z.string().max(32)]);
const shopId = z.union([z.string().min(1).max(100).regex(plainText), z.number()]);

const Item = z.looseObject({
  item_id: shopId,
  item_name: z.string().max(500).optional(),
  item_brand: z.string().max(200).optional(),
  item_category: z.string().max(200).optional(),
  item_variant: z.string().max(200).optional(),
  price: decimal.optional(),
  quantity: z.number().min(0).max(1_000_000).optional(),
});

const Params = z.looseObject({
  items: z.array(Item).max(500).optional(),
  currency: z.string().max(3).optional(),
  value: decimal.optional(),
  transaction_id: shopId.optional(),
  tax: decimal.optional(),
  shipping: decimal.optional(),
  coupon: z.string().max(100).optional(),
  search_term: z.string().max(500).optional(),
  identity: z.string().max(4096).optional(),
  decision: z.string().max(100).optional(),
});

export const Event = z.object({
  id,
  name: z
    .string()
    .regex(/^[a-zA-Z][a-zA-Z0-9_]{0,63}$/, 'a name begins with a letter and has at most 64 letters, digits and _'),
  time: z.number().int().min(0),
  params: Params.refine((params) => isShallow(params), `nested more than ${deepest} levels deep`).optional(),
});

export type WireEvent = z.infer<typeof Event>;

/** An event of which only the id is right. */
export const Named = z.object({ id });

const purpose = z.boolean().optional();

/** A word about consent; a text that has no readable name is no reason to lose the word. */
export const Consent = z.object({
  statistics: purpose,
  personalisation: purpose,
  marketing: purpose,
  source: z.enum(['tag', 'api', 'gcm', 'tcf', 'shopify', 'wp', 'matomo', 'gpc']).optional(),
  // A shop may count its texts: 7 is "7".
  text: z.coerce.string().max(100).regex(plainText).optional().catch(undefined),
});

/** A batch whose events have not been looked at: one bad event is refused alone. */
export const Envelope = z.object({
  site: z.string().min(1).max(64),
  token: z.string().max(200).optional(),
  consent: Consent,
  sent: z.number().int().min(0),
  offset: z.number().int().min(-1000).max(1000).optional(),
  version: z
    .string()
    .regex(/^[\w.-]{1,16}$/)
    .optional(),
  page: z.object({
    id,
    url: z.url({ protocol: /^https?$/ }).max(4096),
    referrer: z.string().max(4096).optional(),
    title: z.string().max(2000).optional(),
    language: z.string().max(64).optional(),
  }),
  events: z.array(z.unknown()).max(100),
  slots: z.array(z.string().max(64)).max(20).optional(),
});

export const Handover = z.object({ site: z.string().min(1).max(64), token: z.string().max(200).optional() });

type Whole = Omit<z.infer<typeof Envelope>, 'events'> & { events: WireEvent[] };

true satisfies Same<Plain<Whole>, Plain<Batch>>;
true satisfies Same<Plain<z.infer<typeof Handover>>, Plain<HandoverRequest>>;
