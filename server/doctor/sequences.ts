/**
 * Which numbers of each page's sequence have come (event ids are `<page id>.<number>`), so that gaps show. What was lost at
 * the end of a page cannot be seen, nor a page of which nothing came: the rate of loss is at least what this says.
 */
export interface Sequences {
  seen(event: string, now: number): void;
  /** What the pages that have been silent for ten minutes add to what was told before. */
  settle(now: number): { expected: number; arrived: number };
  hasSettled(now: number): boolean;
}

interface PageSequence {
  /** One bit a number. */
  bits: number[];
  highest: number;
  arrived: number;
  last: number;
  told: { expected: number; arrived: number };
}

const silence = 600_000;
/** No page has more events; whoever says so is not counted. */
const longest = 10_000;

/** `started`: when this process began to listen. The beginning of a page that was open then went to another one. */
export function createSequences(started: number, capacity = 20_000): Sequences {
  // Both in the order in which they last spoke: those who fell silent stand first.
  const pages = new Map<string, PageSequence>();
  const changed = new Map<string, PageSequence>();
  const isSilent = (page: PageSequence | undefined, now: number) => page !== undefined && now - page.last >= silence;

  /** Many at once: the first key of a map from which the first is taken again and again is slow to find. */
  function forget(surplus: number): void {
    for (const id of [...pages.keys()].slice(0, surplus)) {
      pages.delete(id);
      changed.delete(id);
    }
  }

  return {
    seen: (event, now) => {
      const dot = event.lastIndexOf('.');
      const number = Number(event.slice(dot + 1));
      if (dot < 1 || !Number.isInteger(number) || number < 0 || number > longest) return;
      const id = event.slice(0, dot);
      const page = pages.get(id) ?? { bits: [], highest: 0, arrived: 0, last: 0, told: { expected: 0, arrived: 0 } };
      pages.delete(id);
      pages.set(id, page);
      changed.delete(id);
      changed.set(id, page);
      page.last = now;
      page.highest = Math.max(page.highest, number);
      const bit = 1 << (number & 31);
      const word = page.bits[number >> 5] ?? 0;
      if ((word & bit) === 0) page.arrived++;
      page.bits[number >> 5] = word | bit;
      if (pages.size > capacity * 1.1) forget(pages.size - capacity);
    },
    settle: (now) => {
      const sum = { expected: 0, arrived: 0 };
      for (const [id, page] of changed) {
        if (!isSilent(page, now)) break;
        changed.delete(id);
        const beganElsewhere = ((page.bits[0] ?? 0) & 1) === 0 && page.last - started < 3 * silence;
        if (beganElsewhere) continue;
        sum.expected += page.highest + 1 - page.told.expected;
        sum.arrived += page.arrived - page.told.arrived;
        page.told = { expected: page.highest + 1, arrived: page.arrived };
      }
      return sum;
    },
    hasSettled: (now) => isSilent(changed.values().next().value, now),
  };
}
