import { loadCatalog } from '../catalog/catalog.ts';
import type { RefusedLine } from '../feeds/take-feed.ts';
import { OrderLine, orderEvents } from '../orders/orders.ts';
import type { Store } from '../store/store.ts';
import { appendAll, type Imported, type Told } from './append-all.ts';
import { Failure } from './commands/command.ts';
import { rowsOfFile } from './feed-file.ts';
import { firstOf } from './import-catalog.ts';

interface OrdersFile {
  path: string;
  /** What the lines of one order say. */
  eventsOf?: typeof orderEvents;
}

/** Adds the orders of a file to the log; an order that is there already is not added again. `progress` gets the lines so far. */
export async function importOrders(
  store: Store,
  { path, eventsOf = orderEvents }: OrdersFile,
  progress: (lines: number) => void,
): Promise<Imported> {
  const catalog = await loadCatalog(store);
  const refused: RefusedLine[] = [];
  const told = async function* (): AsyncGenerator<Told> {
    for await (const { lines, line } of orders(path, refused)) yield { line, events: eventsOf(lines, catalog) };
  };
  const appended = await appendAll(store, told(), { chunk: 500, progress });
  if (appended.kept + appended.duplicates === 0)
    throw new Failure(`${path} has no line that is part of an order. ${firstOf(refused)}`);
  return { ...appended, refused };
}

/** The lines of each order: those next to each other with the same id. */
async function* orders(path: string, refused: RefusedLine[]): AsyncGenerator<{ lines: OrderLine[]; line: number }> {
  let lines: OrderLine[] = [];
  let last = 0;
  for await (const { line, row } of rowsOfFile(path)) {
    last = line;
    const parsed = OrderLine.safeParse(row);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      refused.push({ line, reason: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'invalid'}` });
      continue;
    }
    if (lines[0] && lines[0].order_id !== parsed.data.order_id) {
      yield { lines, line };
      lines = [];
    }
    lines.push(parsed.data);
  }
  if (lines.length > 0) yield { lines, line: last };
}
