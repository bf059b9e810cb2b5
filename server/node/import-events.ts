import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import type { RefusedLine } from '../feeds/take-feed.ts';
import { exportedEvent } from '../log/event-schema.ts';
import type { LogEvent } from '../log/log-event.ts';
import type { Store } from '../store/store.ts';
import { appendAll, type Imported, type Told } from './append-all.ts';
import { Failure } from './commands/command.ts';
import { firstOf } from './import-catalog.ts';

/** Adds the events of JSON lines to the log; one that is there already is not added again. `progress` gets the lines so far. */
export async function importEvents(store: Store, path: string, progress: (lines: number) => void): Promise<Imported> {
  await access(path).catch(() => {
    throw new Failure(`${path} cannot be read. Is the name right?`);
  });
  const refused: RefusedLine[] = [];
  const appended = await appendAll(store, events(path, refused), { chunk: 2_000, progress });
  if (appended.kept + appended.duplicates === 0)
    throw new Failure(`${path} has no line that is an event. ${firstOf(refused)}`);
  return { ...appended, refused };
}

async function* events(path: string, refused: RefusedLine[]): AsyncGenerator<Told> {
  const file = createReadStream(path);
  const input = path.endsWith('.gz') ? file.pipe(createGunzip()) : file;
  let line = 0;
  for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    line++;
    if (text.trim() === '') continue;
    try {
      const event = eventIn(JSON.parse(text));
      if (event) yield { line, events: [event] };
    } catch (error) {
      refused.push({ line, reason: error instanceof Error ? error.message : String(error) });
    }
  }
}

/** A line is an event, or says what it is: `{"event": ...}`, `{"product": ...}`. */
function eventIn(value: unknown): LogEvent | null {
  if (typeof value !== 'object' || value === null) throw new Error('not an object');
  if ('product' in value) return null;
  return exportedEvent('event' in value ? value.event : value);
}
