import { dayIn } from '../day-in.ts';

/** A moment as clocks and calendars of a place show it. */
export interface LocalTime {
  /** `2026-12-24T18:00`; texts of this form compare as the moments do. */
  moment: string;
  /** 1 for Monday. */
  weekday: number;
  /** `18:00`. */
  clock: string;
}

const quarter = 900_000;
const minute = 60_000;

/** Reads the clocks of a time zone: ms since 1970 -> what they show. */
export function localTimeIn(timeZone: string): (at: number) => LocalTime {
  const dayOf = dayIn(timeZone);
  const format = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  /** Of the quarter asked for last: in no zone clocks change within one. */
  let last = { quarter: Number.NaN, minutes: 0 };
  return (at) => {
    const place = Math.floor(at / quarter);
    if (last.quarter !== place) {
      const [hours = 0, minutes = 0] = format
        .format(place * quarter)
        .split(':')
        .map(Number);
      last = { quarter: place, minutes: hours * 60 + minutes };
    }
    const minutes = last.minutes + Math.floor((at - place * quarter) / minute);
    const clock = `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
    const day = dayOf(at);
    return { moment: `${day}T${clock}`, weekday: ((new Date(`${day}T12:00Z`).getUTCDay() + 6) % 7) + 1, clock };
  };
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
