/** How many orders each item is in, by the day (UTC): whole numbers, which add up in any order, and leave nothing behind when taken back. */
export interface SalesByDay {
  /** Item -> orders. */
  on(day: number): ReadonlyMap<number, number>;
  /** One more or fewer; false for a day that is older than those that are kept, of which nothing is counted. */
  change(item: number, day: number, sign: 1 | -1): boolean;
}

export const dayLength = 86_400_000;
/** So many days with orders are kept, the newest. */
const mostDays = 64;
const none: ReadonlyMap<number, number> = new Map();

export function createSalesByDay(): SalesByDay {
  const days = new Map<number, Map<number, number>>();
  return {
    on: (day) => days.get(day) ?? none,
    change: (item, day, sign) => {
      const sold = dayIn(days, day);
      if (!sold) return false;
      const left = (sold.get(item) ?? 0) + sign;
      if (left === 0) sold.delete(item);
      else sold.set(item, left);
      return true;
    },
  };
}

/** Null for one that is older than those that are kept. */
function dayIn(days: Map<number, Map<number, number>>, day: number): Map<number, number> | null {
  const known = days.get(day);
  if (known) return known;
  if (days.size >= mostDays) {
    const oldest = Math.min(...days.keys());
    if (day < oldest) return null;
    days.delete(oldest);
  }
  const fresh = new Map<number, number>();
  days.set(day, fresh);
  return fresh;
}
