/** What of an entry decides where it stands. */
interface Timed {
  id: string;
  /** ms since 1970. */
  at: number;
}

interface Visit<E> {
  /** The id of its oldest entry, which stays when older visits are loaded below it. */
  id: string;
  from: number;
  to: number;
  /** Newest first. */
  entries: E[];
}

interface Day<E> {
  day: string;
  visits: Visit<E>[];
}

/** Half an hour without an event ends a visit, as everywhere in Vitrina. */
const pause = 30 * 60_000;

/** Entries, newest first, as days of visits; a visit over midnight belongs to the day on which it began. */
export function groupTimeline<E extends Timed>(entries: readonly E[], dayOf: (at: number) => string): Day<E>[] {
  const days: Day<E>[] = [];
  for (const visit of visitsOf(entries)) {
    const day = dayOf(visit.from);
    const last = days.at(-1);
    if (last?.day === day) last.visits.push(visit);
    else days.push({ day, visits: [visit] });
  }
  return days;
}

function visitsOf<E extends Timed>(entries: readonly E[]): Visit<E>[] {
  const visits: Visit<E>[] = [];
  for (const entry of entries) {
    const current = visits.at(-1);
    if (current && current.from - entry.at < pause) {
      current.entries.push(entry);
      current.from = entry.at;
      current.id = entry.id;
    } else {
      visits.push({ id: entry.id, from: entry.at, to: entry.at, entries: [entry] });
    }
  }
  return visits;
}
