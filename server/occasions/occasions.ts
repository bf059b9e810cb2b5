import { z } from 'zod';
import { isCurrency } from '../money.ts';
import { plainText } from '../plain-text.ts';
import { builtIn, type OccasionId, occasionIds, usuallyOn } from './built-in.ts';
import { dayOf, yearOf } from './day-number.ts';

const wording = z.string().trim().min(1).max(60).regex(plainText).optional();
const lead = z.number().int().min(1).max(120);

const Own = z
  .strictObject({
    /** As it stands before "in 12 days". */
    words: z
      .strictObject({ en: wording, uk: wording, ro: wording, ru: wording })
      .refine((words) => Object.values(words).some((text) => text !== undefined), 'a name in one language at least'),
    month: z.number().int().min(1).max(12),
    day: z.number().int().min(1).max(31),
    /** Of one that is but once; null for one of every year. */
    year: z.number().int().min(2000).max(2200).nullable(),
    lead,
  })
  .refine(({ year, month, day }) => new Date(Date.UTC(year ?? 2024, month - 1, day)).getUTCDate() === day, {
    message: 'no such day',
    path: ['day'],
  });

const Chosen = z.strictObject({ on: z.boolean(), lead });

const amount = z.number().int().min(0).max(1e12);

/** Between which prices a gift list stays: as people have spent on such gifts, as the merchant says (minor units), or anywhere. */
const Price = z.discriminatedUnion('how', [
  z.strictObject({ how: z.enum(['learnt', 'any']) }),
  z
    .strictObject({ how: z.literal('set'), least: amount, most: amount, currency: z.string().refine(isCurrency) })
    .refine(({ least, most }) => least <= most, { message: 'the most is less than the least', path: ['most'] }),
]);

/** For which occasions the shop has gift lists, how many days before, and for how much. */
export const Occasions = z.strictObject({
  builtIn: z.record(z.enum(occasionIds), Chosen),
  own: z.array(Own).max(20),
  price: Price,
});

/** As they were kept, perhaps before some of those that are built in were, or the price. */
export const KeptOccasions = Occasions.extend({
  builtIn: z.partialRecord(z.enum(occasionIds), Chosen),
  price: Price.default({ how: 'learnt' }),
});

export type Occasions = z.infer<typeof Occasions>;
type Own = z.infer<typeof Own>;

/** Days since 1970, the last one not among them. */
export interface Span {
  from: number;
  to: number;
}

/** An occasion that comes. */
export interface Upcoming {
  /** Its id, or of the shop's own the first of its names. */
  occasion: string;
  /** Null for one that is built in. */
  words: Own['words'] | null;
  /** Until then; 1 on the day before. */
  days: number;
  lead: number;
  /** The same days before it in the years before, the latest first. */
  past: readonly Span[];
  price: Occasions['price'];
}

/** Years that say what people give. */
const yearsBack = 3;

/** What a new shop has. */
export function usualOccasions(timeZone: string): Occasions {
  const on = usuallyOn(timeZone);
  const of = (id: OccasionId) => ({ on: on.has(id), lead: builtIn[id].lead });
  return {
    builtIn: {
      'new-year': of('new-year'),
      valentine: of('valentine'),
      martisor: of('martisor'),
      'womens-day': of('womens-day'),
      'western-easter': of('western-easter'),
      'orthodox-easter': of('orthodox-easter'),
      'mothers-day-first': of('mothers-day-first'),
      'mothers-day-second': of('mothers-day-second'),
      'fathers-day-may': of('fathers-day-may'),
      'childrens-day': of('childrens-day'),
      'fathers-day-june': of('fathers-day-june'),
      'st-nicholas': of('st-nicholas'),
      christmas: of('christmas'),
    },
    own: [],
    price: { how: 'learnt' },
  };
}

/** All that are on, the soonest first; of the same day those that are built in, in their order. `today` in days since 1970. */
export function comingAfter(occasions: Occasions, today: number): Upcoming[] {
  const { price } = occasions;
  const found: Upcoming[] = [];
  for (const id of occasionIds) {
    const chosen = occasions.builtIn[id];
    if (!chosen.on) continue;
    const { dayIn } = builtIn[id];
    const year = dayIn(yearOf(today)) > today ? yearOf(today) : yearOf(today) + 1;
    found.push({ occasion: id, words: null, price, ...comes(dayIn, year, today, chosen.lead) });
  }
  for (const { words, month, day, year: only, lead } of occasions.own) {
    const dayIn = (year: number) => dayOf(year, month, day);
    const year = only ?? (dayIn(yearOf(today)) > today ? yearOf(today) : yearOf(today) + 1);
    if (dayIn(year) <= today) continue;
    const coming = comes(dayIn, year, today, lead);
    const name = words.en ?? words.uk ?? words.ro ?? words.ru ?? '';
    found.push({ occasion: name, words, price, ...coming, past: only === null ? coming.past : [] });
  }
  return found.sort((a, b) => a.days - b.days);
}

function comes(
  dayIn: (year: number) => number,
  year: number,
  today: number,
  lead: number,
): Pick<Upcoming, 'days' | 'lead' | 'past'> {
  const past = Array.from({ length: yearsBack }, (_, ago) => {
    const to = dayIn(year - 1 - ago);
    return { from: to - lead, to };
  });
  return { days: dayIn(year) - today, lead, past };
}
