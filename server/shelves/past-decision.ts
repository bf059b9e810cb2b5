import type { Catalog } from '../catalog/catalog.ts';
import { fromRow } from '../log/log-event.ts';
import type { Receipt } from '../log/receipt.ts';
import type { Store } from '../store/store.ts';
import { namesIn } from '../visitors/names-in.ts';

/** Why a slot showed what it showed, as it was kept, with the names of its products; null where the log has no such decision. */
export async function pastDecision(
  id: string,
  { store, catalog }: { store: Pick<Store, 'all'>; catalog: Catalog },
): Promise<{ receipt: Receipt; names: Record<string, string> } | null> {
  const event = id.slice(0, Math.max(0, id.lastIndexOf('.')));
  const [row] = await store.all(byId, [event]);
  const receipt = row ? fromRow(row).receipts?.find((one) => one.id === id) : undefined;
  return receipt ? { receipt, names: namesIn([receipt], (product) => catalog.get(product)?.name ?? null) } : null;
}

const byId = "SELECT id, visitor, at, name, body FROM log WHERE id = ? AND name = 'decision'";
