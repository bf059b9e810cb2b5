import { dayIn } from '../day-in.ts';

const dayLength = 86_400_000;

/** The number of a Gregorian day since 1970; what a month does not have is of the next one. */
export function dayOf(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / dayLength;
}

/** The so-manyth Sunday of a month. */
export function sundayOf(year: number, month: number, which: number): number {
  const first = dayOf(year, month, 1);
  // 1 January 1970 was a Thursday.
  return first + ((10 - (first % 7)) % 7) + 7 * (which - 1);
}

/** Numbers the days of a time zone: ms since 1970 -> the number since 1970 of the day that it is there. */
export function dayNumberIn(timeZone: string): (at: number) => number {
  const dayAt = dayIn(timeZone);
  return (at) => Date.parse(dayAt(at)) / dayLength;
}

export function yearOf(day: number): number {
  return new Date(day * dayLength).getUTCFullYear();
}
