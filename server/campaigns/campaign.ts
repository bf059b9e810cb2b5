import { z } from 'zod';
import { plainText } from '../plain-text.ts';
import { Scope } from '../recommend/recipe.ts';
import { Rule } from '../segments/rule.ts';
import { Content } from './content.ts';
import { Spot } from './spot.ts';

const id = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,39}$/, 'an id begins with a small Latin letter and has at most 40 letters, digits and -');
const count = z.number().int().min(1).max(1_000).nullable();
const path = z.string().min(1).max(300).startsWith('/');
const minor = z.number().int().min(0).max(1_000_000_000);
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time of day is written as 09:30');
/** In the shop's zone, to the minute, so that it stays what it says when clocks change. */
const moment = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/, 'a moment is written as 2026-12-24T18:00');

/** What makes an overlay come; the page waits for it, and then asks once more whether it may. */
const Trigger = z.discriminatedUnion('on', [
  z.strictObject({ on: z.literal('load') }),
  z.strictObject({ on: z.literal('delay'), seconds: z.number().int().min(1).max(600) }),
  z.strictObject({ on: z.literal('scroll'), percent: z.number().int().min(1).max(100) }),
  z.strictObject({ on: z.literal('idle'), seconds: z.number().int().min(5).max(600) }),
  z.strictObject({ on: z.literal('exit') }),
  z.strictObject({ on: z.literal('event'), name: z.string().regex(/^[a-z][a-z0-9_]{0,63}$/) }),
]);

const Place = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('slot'),
    slot: z.string().min(1).max(64).regex(plainText),
    /** Where the page itself has no such slot; see `slotAt`. */
    at: Spot.optional(),
  }),
  z.strictObject({ kind: z.enum(['popup', 'slide-in', 'bar', 'survey']), trigger: Trigger }),
]);

/** A campaign as data. */
export const Campaign = z.strictObject({
  id,
  version: z.number().int().positive(),
  name: z.string().trim().min(1).max(120).regex(plainText),
  /** Draft, paused and archived ones are shown to nobody. */
  state: z.enum(['draft', 'running', 'paused', 'archived']),
  place: Place,
  /** Who it is for; null for everyone. Without consent to use a profile nobody is known to belong. */
  audience: Rule.nullable(),
  /** How much the visitor must let us know: it is shown on these rungs of the ladder alone. */
  rungs: z.array(z.enum(['profile', 'context'])).min(1),
  /** Paths of pages, `*` standing for anything: on one of `only`, or on all where none is named, and on none of `never`. */
  pages: z.strictObject({ only: z.array(path).max(50), never: z.array(path).max(50) }),
  /** On pages of these products alone; on all pages where nothing is named. */
  products: Scope,
  schedule: z.strictObject({
    from: moment.nullable(),
    /** The first moment at which it is over. */
    until: moment.nullable(),
    /** Days of the week, 1 for Monday; every day where none is named. */
    days: z.array(z.number().int().min(1).max(7)).max(7),
    /** From and until a time of day, over midnight where `until` is the earlier one. */
    hours: z.strictObject({ from: clock, until: clock }).nullable(),
  }),
  /** How often one visitor sees it; and hours that pass between one time and the next. */
  caps: z.strictObject({ session: count, day: count, ever: count, hoursBetween: z.number().min(0).max(8_760) }),
  /** The higher one stands where two want one place. */
  priority: z.number().int().min(0).max(100),
  /** It offers something: to whoever has trouble with the shop it is not shown. */
  sells: z.boolean(),
  goal: z.strictObject({ event: z.string().regex(/^[a-z][a-z0-9_]{0,63}$/), days: z.number().int().min(1).max(90) }),
  /** Whoever has reached the goal sees it again after so many days; null for never. */
  againAfter: z.number().int().min(0).max(730).nullable(),
  /** Percent of those it is for who go without, so that what it brings is known. */
  holdout: z.number().int().min(0).max(50),
  /** Thompson sampling instead of the weights; no variant comes below `floor` percent. */
  split: z.discriminatedUnion('by', [
    z.strictObject({ by: z.literal('weights') }),
    z.strictObject({ by: z.literal('thompson'), floor: z.number().int().min(1).max(25) }),
  ]),
  variants: z
    .array(z.strictObject({ id, weight: z.number().int().min(0).max(100), content: Content }))
    .min(1)
    .max(8)
    .refine((all) => new Set(all.map((variant) => variant.id)).size === all.length, 'each variant has an id of its own')
    .refine((all) => all.some(({ weight }) => weight > 0), 'one variant at least has a weight'),
  /** Minor units of the shop's currency. */
  cost: z.strictObject({ once: minor, perView: minor, perClick: minor, perGoal: minor }),
});

export type Campaign = z.infer<typeof Campaign>;
export type OverlayKind = Exclude<Campaign['place']['kind'], 'slot'>;
