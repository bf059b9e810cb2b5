import { inSlices } from '../profit/in-slices.ts';
import { personNames } from '../profit/person-names.ts';
import { compare } from '../text-order.ts';
import { salesWithin } from './credits.ts';
import { type Draw, type Incremental, incremental, type Purchase } from './incremental.ts';
import { knownFor, type ShopWithShelves, soldOf } from './load-evidence.ts';
import type { ResultsQuestion } from './results.ts';

export interface ShelfBrings {
  currency: string;
  /** Of how many visitors shelves are kept away now, in whole percent. */
  share: number;
  /** Place by place: who goes without one shelf may see another. */
  slots: (Incremental & { slot: string })[];
}

/** What shelves bring beyond what would be bought without them, as far as that is compared. */
export async function shelfBrings(
  question: ResultsQuestion,
  shop: ShopWithShelves & { comparison: { share: number } },
): Promise<ShelfBrings> {
  const { from, to } = question;
  const sold = await soldOf(shop);
  const bySlot = await drawsOf(question, shop);
  const people = new Set([...bySlot.values()].flatMap((draws) => draws.map(({ person }) => person)));
  const purchases: Purchase[] = [];
  const known = await knownFor(sold, shop);
  await inSlices(
    salesWithin(sold, { from, to, known }, ({ person, at, net, counts }) => {
      if (people.has(person)) purchases.push({ person, at, net, counts });
    }),
  );
  return {
    currency: shop.shop.currency,
    share: shop.comparison.share,
    slots: [...bySlot].flatMap(([slot, draws]) => {
      const found = incremental(draws, purchases, to);
      return found ? [{ slot, ...found }] : [];
    }),
  };
}

async function drawsOf(
  { from, to, slot, recipe }: ResultsQuestion,
  { store }: Pick<ShopWithShelves, 'store'>,
): Promise<Map<string, Draw[]>> {
  const rows = await store.all(
    'SELECT slot, recipe, share, arm, visitor, min(at), min(day) FROM shelf_draws WHERE day >= ?1 AND day <= ?2 ' +
      'AND (?3 IS NULL OR slot = ?3) AND (?4 IS NULL OR recipe = ?4) GROUP BY slot, recipe, share, arm, visitor',
    [from, to, slot ?? null, recipe ?? null],
  );
  const persons = await personNames([...new Set(rows.map(([, , , , visitor]) => String(visitor)))], store);
  const bySlot = new Map<string, Draw[]>();
  for (const [of, by, share, arm, visitor, at, day] of rows) {
    const draws = bySlot.get(String(of)) ?? [];
    bySlot.set(String(of), draws);
    draws.push({
      person: persons.get(String(visitor)) ?? String(visitor),
      ...{ recipe: String(by), share: Number(share), at: Number(at), day: String(day) },
      arm: arm === 'without' ? 'without' : 'shelf',
    });
  }
  return new Map([...bySlot].sort(([a], [b]) => compare(a, b)));
}
