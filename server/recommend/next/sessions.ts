/** Sessions (or baskets) as columns, oldest first; items are numbers from 0. */
export interface Sessions {
  items: Int32Array;
  /** Where each session begins in `items`, and at last where they end. */
  starts: Int32Array;
  /** Seconds of each session's last event; null where only the order is known. */
  times: Float64Array | null;
  /** One more than the greatest item. */
  itemCount: number;
  /** How many sessions were before these: their times, where only the order is known. */
  before: number;
}

export function sessionCount({ starts }: Sessions): number {
  return Math.max(0, starts.length - 1);
}

export function itemsIn({ starts }: Sessions): number {
  return (starts.at(-1) ?? 0) - (starts[0] ?? 0);
}

/** A part of them, without copying the items. */
export function someSessions(all: Sessions, from: number, to: number): Sessions {
  return {
    items: all.items,
    starts: all.starts.subarray(from, to + 1),
    times: all.times?.subarray(from, to) ?? null,
    itemCount: all.itemCount,
    before: all.before + from,
  };
}

/** When a session ended; without times its place in the order stands for it. */
export function timeOf(sessions: Sessions, session: number): number {
  return sessions.times?.[session] ?? sessions.before + session;
}

export function sessionsOf(
  rows: readonly (readonly number[])[],
  itemCount: number,
  times: readonly number[] | null = null,
  before = 0,
): Sessions {
  const starts = new Int32Array(rows.length + 1);
  for (const [place, row] of rows.entries()) starts[place + 1] = (starts[place] ?? 0) + row.length;
  return { items: Int32Array.from(rows.flat()), starts, times: times && Float64Array.from(times), itemCount, before };
}
