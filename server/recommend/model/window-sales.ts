import { merged } from '../../catalog/ordered.ts';
import { compare } from '../../text-order.ts';
import type { ItemNumbers } from './item-numbers.ts';
import { dayLength, type SalesByDay } from './sales-by-day.ts';

/** What sold best in the last days, today among them (UTC): a window that slides as it is asked. */
export interface WindowSales {
  /** An order with this item on a day has come, or gone. */
  changed(item: number, day: number, sign: 1 | -1): void;
  /** Best first, with the orders that it was in. `days` up to `longestWindow`. */
  best(days: number, now: number, allowed: (product: string) => boolean, limit: number): Sold[];
}

export interface Sold {
  product: string;
  orders: number;
}

/** Days of which every one is kept (see `SalesByDay`), so that no window is short of some. */
export const longestWindow = 60;
/** So many windows are kept up at once: as many as a shop has recipes with different ones. */
const mostWindows = 8;

interface Window {
  /** The last of its days. */
  today: number;
  orders: Map<number, number>;
  /** Items by orders, and those that have changed since they were ranked. */
  ranked: readonly number[];
  changed: Set<number>;
}

export function createWindowSales({ names }: Pick<ItemNumbers, 'names'>, sales: SalesByDay): WindowSales {
  /** By length; the one whose day was turned longest ago first. */
  const windows = new Map<number, Window>();

  const count = ({ orders, changed }: Window, item: number, by: number) => {
    changed.add(item);
    const left = (orders.get(item) ?? 0) + by;
    if (left === 0) orders.delete(item);
    else orders.set(item, left);
  };

  const countDay = (window: Window, day: number, sign: 1 | -1) => {
    for (const [item, orders] of sales.on(day)) count(window, item, sign * orders);
  };

  const windowOf = (days: number, today: number): Window => {
    const known = windows.get(days);
    if (known?.today === today) return known;
    const goesOn = known?.today === today - 1;
    const window = goesOn ? known : { today, orders: new Map(), ranked: [], changed: new Set<number>() };
    window.today = today;
    if (goesOn) countDay(window, today - days, -1);
    for (let ago = 0; ago < (goesOn ? 1 : days); ago++) countDay(window, today - ago, 1);
    windows.delete(days);
    if (windows.size >= mostWindows) windows.delete(windows.keys().next().value ?? 0);
    windows.set(days, window);
    return window;
  };

  /** What has not changed stays in its order, so that nothing is sorted whole but once. */
  const rank = (window: Window): readonly number[] => {
    const { orders, changed } = window;
    if (changed.size === 0) return window.ranked;
    const isBefore = (a: number, b: number) =>
      (orders.get(b) ?? 0) - (orders.get(a) ?? 0) || compare(names[a] ?? '', names[b] ?? '');
    const fresh = [...changed].filter((item) => (orders.get(item) ?? 0) > 0).sort(isBefore);
    const same = window.ranked.filter((item) => !changed.has(item));
    window.ranked = merged(same, fresh, isBefore);
    changed.clear();
    return window.ranked;
  };

  return {
    changed: (item, day, sign) => {
      for (const [days, window] of windows) {
        if (day > window.today || day <= window.today - days) continue;
        count(window, item, sign);
      }
    },
    best: (days, now, allowed, limit) => {
      const window = windowOf(days, Math.floor(now / dayLength));
      const found: Sold[] = [];
      for (const item of rank(window)) {
        if (found.length >= limit) break;
        const product = names[item] ?? '';
        if (allowed(product)) found.push({ product, orders: window.orders.get(item) ?? 0 });
      }
      return found;
    },
  };
}
