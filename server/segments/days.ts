import { dayIn } from '../day-in.ts';
import type { Store } from '../store/store.ts';
import { count } from './count.ts';
import type { RuleBook } from './matches.ts';
import type { Segment } from './segments.ts';

/** A segment at the end of a day, or today so far. */
export interface SegmentDay {
  /** `2026-11-27`, in the shop's time zone. */
  day: string;
  members: number;
  everyone: number;
  orders: number;
  /** Minor units of the shop's currency. */
  net: number;
}

interface Asked {
  store: Pick<Store, 'all' | 'write'>;
  book: RuleBook;
  /** ms since 1970. */
  now: number;
  timeZone: string;
}

/** Writes down how large a segment is today; the last word of a day stays. */
export async function keepDay(segment: Segment, { store, book, now, timeZone }: Asked): Promise<void> {
  const { members, everyone, orders, net } = await count(segment.rule, { store, book, now }, true);
  await store.write([
    {
      sql:
        'INSERT INTO segment_days (segment, day, members, everyone, orders, net) VALUES (?, ?, ?, ?, ?, ?) ' +
        'ON CONFLICT (segment, day) DO UPDATE SET members = excluded.members, everyone = excluded.everyone, ' +
        'orders = excluded.orders, net = excluded.net',
      params: [segment.id, dayIn(timeZone)(now), members, everyone, orders, net],
    },
  ]);
}

/** The last days of each segment of which something was written, oldest first. */
export async function daysOf(
  segments: readonly string[],
  most: number,
  store: Pick<Store, 'all'>,
): Promise<Map<string, SegmentDay[]>> {
  const rows = await store.all(
    'SELECT segment, day, members, everyone, orders, net FROM (SELECT *, row_number() OVER ' +
      '(PARTITION BY segment ORDER BY day DESC) AS place FROM segment_days WHERE segment IN (SELECT value FROM json_each(?))) ' +
      'WHERE place <= ? ORDER BY segment, day',
    [JSON.stringify(segments), most],
  );
  const days = new Map<string, SegmentDay[]>();
  for (const [segment, day, members, everyone, orders, net] of rows) {
    const known = days.get(String(segment)) ?? [];
    known.push({
      day: String(day),
      members: Number(members),
      everyone: Number(everyone),
      orders: Number(orders),
      net: Number(net),
    });
    days.set(String(segment), known);
  }
  return days;
}
