import { createRecent } from '../recent.ts';

/** Notices a page that reports itself twice: two views of one path by one visitor within a second by the browser's own clock. */
export interface Twice {
  /** True where this view is the second of such two. `time` in ms by the browser's clock. */
  view(visitor: string, path: string, page: string, time: number): boolean;
  forget(): void;
}

const within = 1_000;

export function createTwice(capacity = 5_000): Twice {
  const views = createRecent<{ page: string; time: number }>(capacity);
  return {
    view: (visitor, path, page, time) => {
      const key = `${visitor} ${path}`;
      const before = views.get(key);
      views.set(key, { page, time });
      return before !== undefined && before.page !== page && Math.abs(time - before.time) < within;
    },
    forget: views.clear,
  };
}
