import type { RefusedLine } from '../feeds/take-feed.ts';
import { type LogEvent, toRow } from '../log/log-event.ts';
import type { Store } from '../store/store.ts';

export interface Appended {
  kept: number;
  duplicates: number;
}

/** What a file says up to one of its lines. */
export interface Told {
  line: number;
  events: readonly LogEvent[];
}

export interface Imported extends Appended {
  refused: RefusedLine[];
}

/** Adds events to the log, so many at a time; one that is there already is not added again. `progress` gets the lines so far. */
export async function appendAll(
  store: Pick<Store, 'append'>,
  told: AsyncIterable<Told>,
  { chunk, progress }: { chunk: number; progress: (lines: number) => void },
): Promise<Appended> {
  const sum: Appended = { kept: 0, duplicates: 0 };
  let events: LogEvent[] = [];
  const flush = async () => {
    if (events.length === 0) return;
    const { duplicates } = await store.append(events.map(toRow));
    sum.kept += events.length - duplicates.length;
    sum.duplicates += duplicates.length;
    events = [];
  };
  for await (const { line, events: more } of told) {
    events.push(...more);
    if (events.length < chunk) continue;
    await flush();
    progress(line);
  }
  await flush();
  return sum;
}
