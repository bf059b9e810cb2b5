import type { Store } from '../store/store.ts';
import type { FittedModels } from './value-model.ts';

export type Fit = Omit<FittedModels, 'clock'>;

/** Null where none was fitted. */
export async function readFit(store: Pick<Store, 'all'>): Promise<Fit | null> {
  const [row] = await store.all("SELECT body FROM value_fits WHERE of = 'customers'", []);
  return row ? (JSON.parse(String(row[0])) as Fit) : null;
}

export async function keepFit(store: Pick<Store, 'write'>, fit: Fit): Promise<void> {
  await store.write([{ sql: keep, params: [fit.at, JSON.stringify(fit)] }]);
}

const keep =
  "INSERT INTO value_fits (of, at, body) VALUES ('customers', ?, ?) " +
  'ON CONFLICT (of) DO UPDATE SET at = excluded.at, body = excluded.body';
