import type { Instead } from '../log/receipt.ts';
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
  /** Place by place, as who goes without one shelf may see another; and by what is seen in its place, as only like is compared with like. */
  slots: (Incremental & { slot: string; instead: Instead })[];
}

/** What shelves bring beyond what would be bought without them, as far as that is compared. */
export async function shelfBrings(
  question: ResultsQuestion,
  shop: ShopWithShelves & { comparison: { share: number } },
): Promise<ShelfBrings> {
  const { from, to } = question;
  const { sold } = await soldOf(shop);
  const compared = await drawsOf(question, shop);
  const purchases: Purchase[] = [];
  const known = await knownFor(sold, shop);
  await inSlices(
    salesWithin(sold, { from, to, known }, ({ person, at, net, counts }) => {
      if (person !== '') purchases.push({ person, at, net, counts });
    }),
  );
  const slots: ShelfBrings['slots'] = [];
  for (const { slot, instead, draws } of compared) {
    const found = await inSlices(incremental(draws, purchases, to));
    if (found) slots.push({ slot, instead, ...found });
  }
  return {
    currency: shop.shop.currency,
    share: shop.comparison.share,
    slots,
  };
}

interface Compared {
  slot: string;
  instead: Instead;
  draws: Draw[];
}

async function drawsOf(
  { from, to, slot, recipe }: ResultsQuestion,
  { store }: Pick<ShopWithShelves, 'store'>,
): Promise<Compared[]> {
  const found = new Map<string, Compared>();
  const visitors = new Set<string>();
  await readInParts(
    {
      columns: ['slot', 'instead', 'share', 'arm', 'visitor', 'at', 'day'],
      sql:
        'SELECT slot, instead, share, arm, visitor, min(at) AS at, min(day) AS day FROM shelf_draws WHERE day >= ?1 AND day <= ?2 ' +
        'AND (?3 IS NULL OR slot = ?3) AND (?4 IS NULL OR recipe = ?4) GROUP BY slot, instead, share, arm, visitor',
      params: [from, to, slot ?? null, recipe ?? null],
    },
    ([of, seen, share, arm, visitor, at, day]) => {
      const instead = seen === 'popular' ? 'popular' : 'own';
      const name = JSON.stringify([of, instead]);
      const compared = found.get(name) ?? { slot: String(of), instead, draws: [] };
      found.set(name, compared);
      visitors.add(String(visitor));
      compared.draws.push({
        ...{ person: String(visitor), share: Number(share), at: Number(at), day: String(day) },
        arm: arm === 'without' ? 'without' : 'shelf',
      });
    },
    store,
  );
  const persons = await personNames([...visitors], store);
  const all = [...found.values()].sort((a, b) => compare(a.slot, b.slot) || compare(a.instead, b.instead));
  for (const { draws } of all)
    await inSlices(
      eachOf(draws, (draw) => {
        draw.person = persons.get(draw.person) ?? draw.person;
      }),
    );
  return all;
}
