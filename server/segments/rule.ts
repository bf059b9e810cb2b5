import { z } from 'zod';
import { isStep } from '../profiles/steps.ts';
import { type FieldName, fieldNames, fields } from './fields.ts';
import { isDay } from './told.ts';

/** Who is in a segment, as data. `all` of nothing is everyone, `any` of nothing is nobody. */
export type Rule =
  | { all: Rule[] }
  | { any: Rule[] }
  | { not: Rule }
  | Compared
  | Did
  | Told
  | InOrder
  /** The members of another segment. */
  | { segment: string };

/** A field of the person held against a value: money in minor units of the shop's currency, ages in whole days. */
export interface Compared {
  field: FieldName;
  is: Comparison;
  value: number | string | boolean | string[];
}

/** How often something happened, ever or within the last days (UTC, today among them), of any product or of a category. */
export interface Did {
  did: string;
  is: '>=' | '<=' | '=';
  times: number;
  /** Days. Null for ever, which a category cannot be asked for: profiles keep categories by the day. */
  within: number | null;
  category?: string | undefined;
}

/** What was said of the person under a name: a number compares as one, a day (`1990-02-28`) by its time. */
export interface Told {
  trait: string;
  is: Comparison;
  value: number | string | string[];
  /** Whose word it must be: `visitor`, `server`, a source of the merchant's; missing for anybody's. */
  by?: string | undefined;
}

/** One thing after the other, as far back as a profile keeps the order (see `newestSteps`). */
export interface InOrder {
  /** `within`: in the last days (UTC, today among them); null for whenever. */
  first: Deed & { within: number | null };
  next: Link[];
}

export interface Deed {
  did: string;
  category?: string | undefined;
}

/** What came within hours of the deed before it; or with `not`, what has not come in them, now that they are over. */
export interface Link extends Deed {
  hours: number;
  not?: true | undefined;
}

export type Comparison = (typeof comparisons)[number];

export const comparisons = ['=', '!=', '<', '<=', '>', '>=', 'contains', 'in'] as const;
/** Longest window that profiles answer for. */
export const longestWindow = 90;
export const traitName = /^[\p{L}\p{N}_][\p{L}\p{N}_.:-]{0,63}$/u;
export const sourceName = /^[a-z][a-z0-9_-]{0,29}$/;
/** After the first. */
export const mostLinks = 3;
const deepest = 8;
const most = 60;

const text = z.string().min(1).max(200);

const Compared = z
  .strictObject({
    field: z.enum(fieldNames),
    is: z.enum(comparisons),
    value: z.union([z.number(), text, z.boolean(), z.array(text).min(1).max(100)]),
  })
  .superRefine((condition, context) => {
    const message = misfit(condition);
    if (message) context.addIssue({ code: 'custom', path: ['value'], message });
  });

const Did = z
  .strictObject({
    did: z.string().regex(/^[a-zA-Z][a-zA-Z0-9_]{0,63}$/, 'an event is named by letters, digits and _'),
    is: z.enum(['>=', '<=', '=']),
    times: z.number().int().min(0).max(1_000_000),
    within: z.number().int().min(1).max(longestWindow).nullable(),
    category: z.string().min(1).max(60).optional(),
  })
  .refine(({ within, category }) => category === undefined || within !== null, {
    path: ['within'],
    message: `a category is asked for within days, at most ${longestWindow}`,
  });

const Told = z
  .strictObject({
    trait: z.string().regex(traitName, 'a trait is named by letters, digits, _, ., : and -'),
    is: z.enum(comparisons),
    value: z.union([z.number().min(-1e15).max(1e15), text, z.array(text).min(1).max(100)]),
    by: z.string().regex(sourceName, 'a source is named by small Latin letters, digits, _ and -').optional(),
  })
  .superRefine((condition, context) => {
    const message = misfitTold(condition);
    if (message) context.addIssue({ code: 'custom', path: ['value'], message });
  });

const deed = {
  did: z
    .string()
    .regex(/^[a-zA-Z][a-zA-Z0-9_]{0,63}$/, 'an event is named by letters, digits and _')
    .refine(isStep, 'profiles do not keep the order of what happens on every page'),
  category: z.string().min(1).max(60).optional(),
};

const InOrder = z.strictObject({
  first: z.strictObject({ ...deed, within: z.number().int().min(1).max(longestWindow).nullable() }),
  next: z
    .array(
      z.strictObject({
        ...deed,
        hours: z
          .number()
          .int()
          .min(1)
          .max(24 * longestWindow),
        not: z.literal(true).optional(),
      }),
    )
    .min(1)
    .max(mostLinks),
});

const Node: z.ZodType<Rule> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(Node).max(most) }),
    z.strictObject({ any: z.array(Node).max(most) }),
    z.strictObject({ not: Node }),
    Compared,
    Did,
    Told,
    InOrder,
    z.strictObject({ segment: z.string().min(1).max(64) }),
  ]),
) as z.ZodType<Rule>;

/** A rule that is small enough to be asked of everyone: at most 60 conditions, 8 deep. */
export const Rule = z
  .unknown()
  .refine((value) => depthOf(value) <= deepest * 2, `a rule is at most ${deepest} groups deep`)
  .pipe(Node)
  .refine((rule) => conditionsOf(rule).length <= most, `a rule has at most ${most} conditions`);

/** The conditions at the leaves. */
export function conditionsOf(rule: Rule): Exclude<Rule, { all: Rule[] } | { any: Rule[] } | { not: Rule }>[] {
  if ('all' in rule) return rule.all.flatMap(conditionsOf);
  if ('any' in rule) return rule.any.flatMap(conditionsOf);
  if ('not' in rule) return conditionsOf(rule.not);
  return [rule];
}

/** What is wrong with a comparison; null where it can be asked. */
export function misfit({ field, is, value }: Compared): string | null {
  const { kind } = fields[field];
  switch (kind) {
    case 'number':
    case 'days':
    case 'money':
      if (is === 'contains' || is === 'in') return `${field} is a number; compare it with =, !=, <, <=, > or >=`;
      if (typeof value !== 'number') return `${field} is compared with a number`;
      return kind !== 'money' || Number.isInteger(value) ? null : `${field} is in whole minor units`;
    case 'flag':
      if (is !== '=' && is !== '!=') return `${field} is yes or no; write ${field} = yes`;
      return typeof value === 'boolean' ? null : `${field} is yes or no`;
    case 'text':
    case 'texts':
      if (is === 'in') return Array.isArray(value) ? null : `after "in" comes a list: ${field} in (a, b)`;
      if (is !== '=' && is !== '!=' && is !== 'contains')
        return `${field} is a text; compare it with =, !=, contains or in`;
      return typeof value === 'string' ? null : `${field} is compared with a text`;
    default:
      return kind satisfies never;
  }
}

/** What is wrong with a comparison of what was said; null where it can be asked. */
export function misfitTold({ trait, is, value }: Told): string | null {
  if (is === 'in') return Array.isArray(value) ? null : `after "in" comes a list: trait ${trait} in (a, b)`;
  if (Array.isArray(value)) return `a list comes after "in": trait ${trait} in (a, b)`;
  if (typeof value === 'number') return is === 'contains' ? 'a text contains a text, no number' : null;
  if (is === '=' || is === '!=' || is === 'contains' || isDay(value)) return null;
  return 'more and less are asked of numbers, and of days as 1990-02-28';
}

function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  let deepestChild = 0;
  const waiting: { value: object; depth: number }[] = [{ value, depth: 1 }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    deepestChild = Math.max(deepestChild, next.depth);
    if (deepestChild > 64) return deepestChild;
    for (const child of Object.values(next.value))
      if (typeof child === 'object' && child !== null) waiting.push({ value: child, depth: next.depth + 1 });
  }
  return deepestChild;
}
