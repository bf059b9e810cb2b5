import { dayOf } from './day-number.ts';

/**
 * Easter Sunday of the western churches in a Gregorian year, as the number of a day since 1970: the anonymous algorithm of
 * Meeus, Jones and Butcher (Meeus 1991, Astronomical algorithms, chapter 8).
 */
export function westernEaster(year: number): number {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const moon = Math.floor((century + 8) / 25);
  const correction = Math.floor((century - moon + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const sum = epact + weekday - 7 * late + 114;
  return dayOf(year, Math.floor(sum / 31), (sum % 31) + 1);
}

/** That of the orthodox churches: Meeus's algorithm for the Julian calendar (the same chapter), as a Gregorian day. */
export function orthodoxEaster(year: number): number {
  const moon = (19 * (year % 19) + 15) % 30;
  const weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7;
  const sum = moon + weekday + 114;
  const behind = Math.floor(year / 100) - Math.floor(year / 400) - 2;
  return dayOf(year, Math.floor(sum / 31), (sum % 31) + 1) + behind;
}
