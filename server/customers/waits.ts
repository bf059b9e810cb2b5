import type { Waits } from '../predict/clock.ts';

export const day = 86_400_000;
const mostWaits = 20_000;

/** The waits between these times, and the one that lasts; times of one day are one. */
export function waitsOf(times: readonly number[], now: number): Waits {
  const days = [...new Set(times.map((at) => Math.floor(at / day)))].sort((a, b) => a - b);
  const last = days.at(-1);
  if (last === undefined) return { ended: [], open: [] };
  return {
    ended: days.slice(1).map((at, place) => at - (days[place] ?? at)),
    open: [Math.max(0, now / day - last)],
  };
}

export function joined(all: readonly Waits[]): Waits {
  return { ended: all.flatMap(({ ended }) => ended), open: all.flatMap(({ open }) => open) };
}

/** As many as need be, evenly picked of both kinds. */
export function thinned({ ended, open }: Waits): Waits {
  const stride = Math.max(1, (ended.length + open.length) / mostWaits);
  const picked = (days: readonly number[]) =>
    stride === 1
      ? days
      : Array.from({ length: Math.floor(days.length / stride) }, (_, place) => days[Math.floor(place * stride)] ?? 0);
  return { ended: picked(ended), open: picked(open) };
}
