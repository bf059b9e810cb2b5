import { z } from 'zod';
import { CouponCode, CouponListName } from '../coupons/code.ts';
import { longestSource } from '../html/fill-in.ts';
import { plainText } from '../plain-text.ts';
import { SurveyQuestions } from './survey.ts';

const webAddress = z.url({ protocol: /^https?$/, error: 'not a web address' }).max(2_000);
/** On the shop's own site, or anywhere by its whole address. */
const target = z.union([z.string().regex(/^\/(?![/\\])\S{0,1999}$/), webAddress], {
  error: 'an address of the shop begins with /, any other with https://',
});

/** In up to four languages; what one of them lacks is read in another. */
function words(longest: number) {
  const one = z.string().trim().min(1).max(longest).regex(plainText).optional();
  return z.strictObject({ en: one, uk: one, ro: one, ru: one });
}

function needed(longest: number) {
  return words(longest).refine((all) => Object.values(all).some(Boolean), 'it has to be said in one language at least');
}

/** With a clock that counts to the campaign's own end. */
const countdown = z.literal(true).optional();

const source = z.string().min(1).max(longestSource).optional();
/** CSS px. */
const height = z.number().int().min(40).max(600);

/** One for everybody; or for each person one of their own, out of a list. */
const Code = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('shared'), code: CouponCode }),
  z.strictObject({ kind: z.literal('list'), list: CouponListName }),
]);

const percent = z.number().min(0).multipleOf(0.01);

/** What the product of the page costs in instalments. */
export const LoanContent = z.strictObject({
  widget: z.literal('loan'),
  title: needed(80),
  /** The words that the law wants beside an offer of credit. */
  text: words(300),
  /** Of which the visitor chooses one. `rate`: nominal, percent a year. */
  terms: z
    .array(z.strictObject({ months: z.number().int().min(1).max(60), rate: percent.max(100) }))
    .min(1)
    .max(6)
    .refine((all) => new Set(all.map(({ months }) => months)).size === all.length, 'each number of months stands once'),
  /** Percent of the price that are paid at once. */
  down: percent.max(90),
});

/** What a variant shows. */
export const Content = z.discriminatedUnion('widget', [
  z.strictObject({
    widget: z.literal('message'),
    title: needed(80),
    text: words(300),
    image: webAddress.nullable(),
    button: z.strictObject({ words: needed(40), url: target }).nullable(),
    countdown,
  }),
  z.strictObject({
    widget: z.literal('coupon'),
    title: needed(80),
    text: words(300),
    code: Code,
    countdown,
    /** What people of a segment are offered in its place: the first that they are in. */
    tiers: z
      .array(z.strictObject({ segment: z.string().min(1).max(64), title: needed(80), text: words(300), code: Code }))
      .max(5)
      .optional(),
  }),
  z.strictObject({
    widget: z.literal('html'),
    /** What it is called for whoever does not see it. */
    title: needed(80),
    /** The merchant's own, with Liquid in it; see `checkHtml`. */
    html: z
      .strictObject({ en: source, uk: source, ro: source, ru: source })
      .refine((all) => Object.values(all).some(Boolean), 'it has to be written in one language at least'),
    height,
    narrowHeight: height,
  }),
  LoanContent,
  z.strictObject({ widget: z.literal('order-status') }),
  z.strictObject({
    widget: z.literal('shelf'),
    recipe: z.string().min(1).max(64),
    /** Each product is put into the cart with one press. */
    add: z.literal(true).optional(),
  }),
  z.strictObject({
    widget: z.literal('survey'),
    questions: SurveyQuestions,
    /** Days in which nobody is asked again who has answered its first question, wherever that was. */
    restDays: z.number().int().min(1).max(730),
  }),
]);

export type Content = z.infer<typeof Content>;

/** The list of codes out of which it gives, as it is offered to somebody; null for what gives none. */
export function listOf(content: Content): string | null {
  return content.widget === 'coupon' && content.code.kind === 'list' ? content.code.list : null;
}

/** The content as it is offered to people of this segment; null for those of none that it names. */
export function inTier(content: Content, segment: string | null): Content {
  if (content.widget !== 'coupon' || content.tiers === undefined) return content;
  const { tiers, ...offer } = content;
  const tier = tiers.find((one) => one.segment === segment);
  return tier ? { ...offer, title: tier.title, text: tier.text, code: tier.code } : offer;
}

/** Segments for whose people it has an offer of their own, in the order in which they are asked. */
export function tiersOf(content: Content): readonly string[] {
  return content.widget === 'coupon' ? (content.tiers ?? []).map(({ segment }) => segment) : [];
}

/** Everything that it may offer to anybody. */
export function offersOf(content: Content): Content[] {
  return [null, ...tiersOf(content)].map((segment) => inTier(content, segment));
}
