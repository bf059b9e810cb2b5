import { dayCode, dayText } from './code-of.ts';

/** The days before these, as many; days of the shop's zone, both within. */
export function timeBefore({ from, to }: { from: string; to: string }): { from: string; to: string } {
  const [first, last] = [dayCode(from), dayCode(to)];
  return { from: dayText(2 * first - last - 1), to: dayText(first - 1) };
}
