import { dayOf, sundayOf } from './day-number.ts';
import { orthodoxEaster, westernEaster } from './easter.ts';

/** When gifts are given: the number of the day since 1970 in a year, and how many days before it people begin to look. */
export interface Rule {
  dayIn(year: number): number;
  lead: number;
}

export const occasionIds = [
  'new-year',
  'valentine',
  'martisor',
  'womens-day',
  'western-easter',
  'orthodox-easter',
  'mothers-day-first',
  'mothers-day-second',
  'fathers-day-may',
  'childrens-day',
  'fathers-day-june',
  'st-nicholas',
  'christmas',
] as const;

export type OccasionId = (typeof occasionIds)[number];

/** Mothers and fathers have other Sundays in other countries: the first of May in Romania, the second in Ukraine and Germany. */
export const builtIn: Readonly<Record<OccasionId, Rule>> = {
  'new-year': { dayIn: (year) => dayOf(year, 1, 1), lead: 14 },
  valentine: { dayIn: (year) => dayOf(year, 2, 14), lead: 14 },
  martisor: { dayIn: (year) => dayOf(year, 3, 1), lead: 10 },
  'womens-day': { dayIn: (year) => dayOf(year, 3, 8), lead: 14 },
  'western-easter': { dayIn: westernEaster, lead: 14 },
  'orthodox-easter': { dayIn: orthodoxEaster, lead: 14 },
  'mothers-day-first': { dayIn: (year) => sundayOf(year, 5, 1), lead: 14 },
  'mothers-day-second': { dayIn: (year) => sundayOf(year, 5, 2), lead: 14 },
  'fathers-day-may': { dayIn: (year) => sundayOf(year, 5, 2), lead: 14 },
  'childrens-day': { dayIn: (year) => dayOf(year, 6, 1), lead: 14 },
  'fathers-day-june': { dayIn: (year) => sundayOf(year, 6, 3), lead: 14 },
  'st-nicholas': { dayIn: (year) => dayOf(year, 12, 6), lead: 14 },
  christmas: { dayIn: (year) => dayOf(year, 12, 25), lead: 30 },
};

const everywhere: readonly OccasionId[] = ['new-year', 'valentine', 'womens-day', 'childrens-day', 'christmas'];
const byZone: Readonly<Record<string, readonly OccasionId[]>> = {
  'Europe/Bucharest': ['martisor', 'orthodox-easter', 'mothers-day-first', 'fathers-day-may', 'st-nicholas'],
  'Europe/Chisinau': ['martisor', 'orthodox-easter', 'mothers-day-first'],
  'Europe/Kyiv': ['orthodox-easter', 'mothers-day-second', 'fathers-day-june', 'st-nicholas'],
  'Europe/Kiev': ['orthodox-easter', 'mothers-day-second', 'fathers-day-june', 'st-nicholas'],
};
const elsewhere: readonly OccasionId[] = ['western-easter', 'mothers-day-second', 'fathers-day-june'];

/** Those that a shop of this time zone begins with. */
export function usuallyOn(timeZone: string): ReadonlySet<OccasionId> {
  return new Set([...everywhere, ...(byZone[timeZone] ?? elsewhere)]);
}
