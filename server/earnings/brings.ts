import { inSlices } from '../profit/in-slices.ts';
import { personNames } from '../profit/person-names.ts';
import { compare } from '../text-order.ts';
import { salesWithin } from './credits.ts';
import { eachOf } from './each-of.ts';
import { type Draw, type Incremental, incremental, type Purchase } from './incremental.ts';
import { knownFor, type ShopWithShelves, soldOf } from './load-evidence.ts';
import { readInParts } from './read-in-parts.ts';
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
  const { sold } = await soldOf(shop);
  const bySlot = await drawsOf(question, shop);
  const purchases: Purchase[] = [];
  const known = await knownFor(sold, shop);
  await inSlices(
    salesWithin(sold, { from, to, known }, ({ person, at, net, counts }) => {
      if (person !== '') purchases.push({ person, at, net, counts });
    }),
  );
  const slots: ShelfBrings['slots'] = [];
  for (const [slot, draws] of bySlot) {
    const found = await inSlices(incremental(draws, purchases, to));
    if (found) slots.push({ slot, ...found });
  }
  return {
    currency: shop.shop.currency,
    share: shop.comparison.share,
    slots,
  };
}

async function drawsOf(
  { from, to, slot, recipe }: ResultsQuestion,
  { store }: Pick<ShopWithShelves, 'store'>,
): Promise<Map<string, Draw[]>> {
  const bySlot = new Map<string, Draw[]>();
  const visitors = new Set<string>();
  await readInParts(
    {
      columns: ['slot', 'share', 'arm', 'visitor', 'at', 'day'],
      sql:
        'SELECT slot, share, arm, visitor, min(at) AS at, min(day) AS day FROM shelf_draws WHERE day >= ?1 AND day <= ?2 ' +
        'AND (?3 IS NULL OR slot = ?3) AND (?4 IS NULL OR recipe = ?4) GROUP BY slot, share, arm, visitor',
      params: [from, to, slot ?? null, recipe ?? null],
    },
    ([of, share, arm, visitor, at, day]) => {
      const draws = bySlot.get(String(of)) ?? [];
      bySlot.set(String(of), draws);
      visitors.add(String(visitor));
      draws.push({
        ...{ person: String(visitor), share: Number(share), at: Number(at), day: String(day) },
        arm: arm === 'without' ? 'without' : 'shelf',
      });
    },
    store,
  );
  const persons = await personNames([...visitors], store);
  for (const draws of bySlot.values())
    await inSlices(
      eachOf(draws, (draw) => {
        draw.person = persons.get(draw.person) ?? draw.person;
      }),
    );
  return new Map([...bySlot].sort(([a], [b]) => compare(a, b)));
}
