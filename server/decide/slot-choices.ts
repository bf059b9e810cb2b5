import type { Store } from '../store/store.ts';
import { type SlotSetup, slots } from './slots.ts';
import { slotRecipes } from './table.ts';

/** Which slot shows what, as the merchant has chosen, in memory. */
export interface SlotChoices {
  /** The same object for good, which each decision asks. */
  readonly current: Readonly<Record<string, SlotSetup>>;
  /** False where the slot shows no shelf, or there is none of this name. */
  choose(slot: string, recipe: string): Promise<boolean>;
}

export async function openSlots({ db, write }: Pick<Store, 'db' | 'write'>): Promise<SlotChoices> {
  const current: Record<string, SlotSetup> = { ...slots };
  const take = (slot: string, recipe: string) => {
    if (Object.hasOwn(current, slot) && current[slot]?.widget === 'shelf') current[slot] = { widget: 'shelf', recipe };
  };
  for (const { slot, recipe } of await db.select().from(slotRecipes)) take(slot, recipe);
  return {
    current,
    choose: async (slot, recipe) => {
      if (!Object.hasOwn(current, slot) || current[slot]?.widget !== 'shelf') return false;
      await write([
        {
          sql: 'INSERT INTO slot_recipes (slot, recipe) VALUES (?, ?) ON CONFLICT (slot) DO UPDATE SET recipe = excluded.recipe',
          params: [slot, recipe],
        },
      ]);
      take(slot, recipe);
      return true;
    },
  };
}
