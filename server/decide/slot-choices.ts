import { desc } from 'drizzle-orm';
import type { Store } from '../store/store.ts';
import { type SlotSetup, slots } from './slots.ts';
import { slotChanges, slotRecipes } from './table.ts';

/** Which slot shows what, as the merchant has chosen, in memory. */
export interface SlotChoices {
  /** The same object for good, which each decision asks. */
  readonly current: Readonly<Record<string, SlotSetup>>;
  /** False where the slot shows no shelf, or there is none of this name. */
  choose(slot: string, recipe: string, who: { by: string; at: number }): Promise<boolean>;
  /** What was chosen for any of them, the newest first. */
  history(): Promise<SlotChange[]>;
}

/** A slot was given another recipe than `before`; `at` in ms since 1970. */
export type SlotChange = Omit<typeof slotChanges.$inferSelect, 'id'>;

/** Choices that are kept to be looked at. */
const most = 100;

export async function openSlots({ db, write }: Pick<Store, 'db' | 'write'>): Promise<SlotChoices> {
  const current: Record<string, SlotSetup> = { ...slots };
  const recipeOf = (slot: string) => {
    const place = Object.hasOwn(current, slot) ? current[slot] : undefined;
    return place?.widget === 'shelf' ? place.recipe : null;
  };
  const take = (slot: string, recipe: string) => {
    if (recipeOf(slot) !== null) current[slot] = { widget: 'shelf', recipe };
  };
  for (const { slot, recipe } of await db.select().from(slotRecipes)) take(slot, recipe);
  let last: Promise<unknown> = Promise.resolve();

  async function chooseNow(slot: string, recipe: string, { by, at }: { by: string; at: number }): Promise<boolean> {
    const before = recipeOf(slot);
    if (before === null) return false;
    if (before === recipe) return true;
    await write([
      {
        sql: 'INSERT INTO slot_recipes (slot, recipe) VALUES (?, ?) ON CONFLICT (slot) DO UPDATE SET recipe = excluded.recipe',
        params: [slot, recipe],
      },
      {
        sql: 'INSERT INTO slot_changes (slot, recipe, before, by, at) VALUES (?, ?, ?, ?, ?)',
        params: [slot, recipe, before, by, at],
      },
      { sql: `DELETE FROM slot_changes WHERE id <= (SELECT MAX(id) FROM slot_changes) - ${most}`, params: [] },
    ]);
    take(slot, recipe);
    return true;
  }

  return {
    current,
    choose: (slot, recipe, who) => {
      const done = last.catch(() => {}).then(() => chooseNow(slot, recipe, who));
      last = done;
      return done;
    },
    history: async () => {
      const rows = await db.select().from(slotChanges).orderBy(desc(slotChanges.id)).limit(most);
      return rows.map(({ id: _, ...change }) => change);
    },
  };
}
