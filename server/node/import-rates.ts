import type { RefusedLine } from '../feeds/take-feed.ts';
import { putRates, Rate } from '../orders/rates.ts';
import type { Store } from '../store/store.ts';
import { Failure } from './commands/command.ts';
import { rowsOfFile } from './feed-file.ts';
import { firstOf } from './import-catalog.ts';

const chunk = 1_000;

/** Puts the exchange rates of a file in, each in place of the one of its day. */
export async function importRates(store: Store, path: string): Promise<{ kept: number; refused: RefusedLine[] }> {
  const refused: RefusedLine[] = [];
  let rates: Rate[] = [];
  let kept = 0;
  const flush = async () => {
    await store.write([putRates(rates)]);
    kept += rates.length;
    rates = [];
  };
  for await (const { line, row } of rowsOfFile(path)) {
    const parsed = Rate.safeParse(row);
    const [issue] = parsed.error?.issues ?? [];
    if (parsed.success) rates.push(parsed.data);
    else refused.push({ line, reason: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'invalid'}` });
    if (rates.length === chunk) await flush();
  }
  await flush();
  if (kept === 0) throw new Failure(`${path} has no line that is a rate. ${firstOf(refused)}`);
  return { kept, refused };
}
