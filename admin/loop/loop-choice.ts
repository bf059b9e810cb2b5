import type { Flow, Mark, Process } from '../../server/loop/process.ts';
import { formats } from '../session/session.ts';

export const periods = ['7', '30', '90'] as const;

export type PeriodDays = (typeof periods)[number];

const aDay = 86_400_000;

/** As an address says it; a month where it says nothing. */
export function periodIn(text: string | undefined): PeriodDays {
  return periods.find((days) => days === text) ?? '30';
}

/** Days of the shop's zone, `2026-11-21`, the last one today. */
export function daysOf(period: PeriodDays, now: number): { from: string; to: string } {
  return { from: formats.value.day(now - (Number(period) - 1) * aDay), to: formats.value.day(now) };
}

/** Which number of the loop: one of these, and of a mark perhaps a part. */
export interface LoopNumber {
  process?: Process;
  mark?: Mark;
  part?: string;
  flow?: Flow;
  whole?: 'around' | 'bought';
}

/** Where the people behind a number are listed. */
export function peopleAddress(of: LoopNumber, period: PeriodDays): string {
  return `/admin/loop/people?${new URLSearchParams({ ...of, period })}`;
}
