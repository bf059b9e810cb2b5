import { fromRow } from '../log/log-event.ts';
import type { Receipt } from '../log/receipt.ts';
import type { Store } from '../store/store.ts';

/** A shelf that the shop has decided, as its receipt tells it. */
export interface PastDecision {
  /** Place in the log: what came before it was known. */
  seq: number;
  visitor: string;
  /** ms since 1970. */
  at: number;
  receipt: Receipt;
  /** What other shelves of the page had taken by then. */
  taken: ReadonlySet<string>;
}

/** Those that asked a recipe, if only on the way to what stood in for it; or all of a place. */
export type Which = { recipe: string } | { slot: string };

interface Part {
  /** The newest first. */
  found: PastDecision[];
  /** Where to look on; null where the log begins. */
  next: number | null;
}

/** Events with decisions that are read together, rows of the log for one of the reader's steps, and for one question. */
const size = 20;
const stretch = 2_000;
const furthest = 20_000;

/** The newest of them before a place in the log; null for its end. */
export async function pastDecisions(which: Which, before: number | null, store: Pick<Store, 'all'>): Promise<Part> {
  const [[newest] = []] = before === null ? await store.all('SELECT max(seq) FROM log', []) : [];
  const end = before ?? Number(newest ?? 0) + 1;
  const marks = 'slot' in which ? [`"slot":${JSON.stringify(which.slot)}`] : marksOf(which.recipe);
  for (let to = end; to > 1 && to > end - furthest; to -= stretch) {
    const rows = await store.all(inStretch, [to, to - stretch, JSON.stringify(marks), size]);
    if (rows.length === 0) continue;
    // More may be in the same stretch.
    const last = rows.length === size ? Number(rows.at(-1)?.[5]) : to - stretch;
    return { found: rows.flatMap((row) => decisionsOf(row, which)), next: last > 1 ? last : null };
  }
  const last = end - furthest;
  return { found: [], next: last > 1 ? last : null };
}

/** As the text of a receipt has them: nobody has to read those of other shelves. */
function marksOf(recipe: string): string[] {
  return [`"recipe":"${recipe}@`, `"name":"${tooFew}${recipe}"`];
}

const inStretch =
  'SELECT id, visitor, at, name, body, seq FROM log WHERE seq < ? AND seq >= ? ' +
  "AND name = 'decision' AND EXISTS (SELECT 1 FROM json_each(?) WHERE instr(body, value) > 0) ORDER BY seq DESC LIMIT ?";

const tooFew = 'too-few:';

function decisionsOf(row: readonly unknown[], which: Which): PastDecision[] {
  const { visitor, at, receipts = [] } = fromRow(row.slice(0, 5));
  return receipts.flatMap((receipt, place) => {
    if (receipt.widget !== 'shelf' || !isOf(receipt, which)) return [];
    const taken = new Set(receipts.slice(0, place).flatMap(({ shown }) => shown.map(({ id }) => id)));
    return [{ seq: Number(row[5]), visitor, at, receipt, taken }];
  });
}

function isOf({ slot, recipe, steps }: Receipt, which: Which): boolean {
  if ('slot' in which) return slot === which.slot;
  return (
    recipe?.startsWith(`${which.recipe}@`) === true || steps.some(({ name }) => name === `${tooFew}${which.recipe}`)
  );
}

/** The recipe that was asked first: the others stood in for it. */
export function askedFirst({ recipe, steps }: Receipt): string | null {
  const first = steps.find(({ name }) => name.startsWith(tooFew) || name === 'comparison-group');
  if (first?.name.startsWith(tooFew)) return first.name.slice(tooFew.length);
  return recipe?.slice(0, recipe.lastIndexOf('@')) ?? null;
}
