const quarter = 900_000;
const remembered = 100_000;

/** Names the days of a time zone: ms since 1970 -> `2026-11-21`. */
export function dayIn(timeZone: string): (at: number) => string {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  // Intl takes a microsecond and more for each, and in no zone a day begins within a quarter of an hour.
  const known = new Map<number, string>();
  return (at) => {
    const place = Math.floor(at / quarter);
    let day = known.get(place);
    if (day === undefined) {
      day = format.format(at);
      if (known.size >= remembered) known.clear();
      known.set(place, day);
    }
    return day;
  };
}
