const text = { type: 'text', default: '' } as const;

/** What a widget is told to count to the end of a campaign. */
export const countdownFields = {
  /** Seconds from when the collector said so; empty where nothing is counted. The clock of the page is not believed. */
  left: text,
  /** Seconds that have passed since then, before it was drawn. */
  waited: text,
  /** When it ends, for whoever does not see a clock or wants none that moves. */
  ends: text,
  /** Before the clock. */
  lasts: text,
  /** After a number of days. */
  days: text,
} as const;
