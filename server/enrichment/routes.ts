import { Hono } from 'hono';
import { z } from 'zod';
import { limitBody } from '../limit-body.ts';
import type { LogEvent } from '../log/log-event.ts';
import { Problem } from '../problem.ts';
import type { Question } from '../questions/question.ts';
import { jsonBody } from '../valid.ts';
import type { SourceBook } from './source-book.ts';
import { takeTold } from './take-told.ts';
import { sourceId } from './told.ts';
import { lineOf, type RefusedRow, type Row, toldInRows } from './told-in-rows.ts';

interface Env {
  Variables: {
    shop: {
      sources: SourceBook;
      questions: { get(key: string): Question | undefined };
      door: Parameters<typeof takeTold>[2]['door'];
      record(events: readonly LogEvent[]): Promise<ReadonlySet<number>>;
      audience: { renewTold(): Promise<void> };
    };
  };
}

const Belief = z.object({ days: z.number().int().min(1).max(3_650).nullable() });
const Order = z.object({ ids: z.array(z.string().max(40)).max(100) });

interface Deps {
  now(): number;
  /** Work that no answer waits for. */
  later(work: Promise<unknown>): void;
  /** The rows of a table that is sent. */
  rowsOf(body: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncIterable<Row>;
}

const largest = 20 * 1024 * 1024;
const step = 500;
const shown = 100;

/** Who tells the shop facts about its people: in which order the merchant trusts them, how long, and what they tell in a file. */
export function sourceRoutes({ now, later, rowsOf }: Deps) {
  const limit = limitBody(
    largest,
    `A file has at most ${largest / 1024 / 1024} MiB; "vitrina import profiles" takes any.`,
  );
  return new Hono<Env>()
    .get('/', (c) => c.json({ sources: c.get('shop').sources.all() }))
    .put('/:id', jsonBody(Belief), async (c) => {
      await c.get('shop').sources.believe(c.req.param('id'), c.req.valid('json').days);
      // Whoever is told of may be in other segments now.
      later(c.get('shop').audience.renewTold());
      return c.body(null, 204);
    })
    .delete('/:id', async (c) => {
      await c.get('shop').sources.drop(c.req.param('id'));
      later(c.get('shop').audience.renewTold());
      return c.body(null, 204);
    })
    .post('/order', jsonBody(Order), async (c) => {
      await c.get('shop').sources.arrange(c.req.valid('json').ids);
      later(c.get('shop').audience.renewTold());
      return c.body(null, 204);
    })
    .post('/:id/file', limit, async (c) => {
      const source = sourceId.safeParse(c.req.param('id'));
      if (!source.success)
        throw new Problem(422, 'invalid', source.error.issues[0]?.message ?? 'invalid', { field: 'source' });
      if (!c.req.raw.body) throw new Problem(422, 'unreadable', 'The file is empty.', { field: 'file' });
      return c.json(await takeFile(source.data, rowsOf(c.req.raw.body), c.get('shop'), now()));
    });
}

/** What came of a file; of the refused lines the first. */
interface TakenFile {
  kept: number;
  known: number;
  refused: { count: number; first: { line: number; reason: string }[] };
}

async function takeFile(
  source: string,
  rows: AsyncIterable<Row>,
  shop: Env['Variables']['shop'],
  now: number,
): Promise<TakenFile> {
  shop.sources.check(source);
  const refused: RefusedRow[] = [];
  const taken: TakenFile = { kept: 0, known: 0, refused: { count: 0, first: [] } };
  let waiting: LogEvent[] = [];
  const flush = async () => {
    const known = await takeTold(source, { kept: waiting, refused: refused.splice(0) }, shop, now);
    taken.kept += waiting.length - known;
    taken.known += known;
    waiting = [];
  };
  const refuse = (row: RefusedRow) => {
    refused.push(row);
    if (++taken.refused.count <= shown) taken.refused.first.push(lineOf(row));
  };
  try {
    for await (const { events } of toldInRows(rows, { source, questions: shop.questions, now }, refuse)) {
      waiting.push(...events);
      if (waiting.length >= step) await flush();
    }
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem(422, 'unreadable', error instanceof Error ? error.message : 'The file cannot be read.', {
      field: 'file',
      cause: error,
    });
  } finally {
    await flush();
  }
  return taken;
}
