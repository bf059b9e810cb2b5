import type { Statement, Store } from '../store/store.ts';
import type { Arbitration, Kept } from './arbitrate.ts';

/** What became of a campaign that was asked for a page: `shown` where it was sent. */
export type Fate = Kept | 'shown';

/**
 * How often campaigns stood in a place of a page that somebody opened, and how often what kept them away: by day of the shop.
 * In memory; the file follows behind, and a crash loses those of the last second. They are no projection of the log, where those
 * who were shown nothing left no word.
 */
export interface KeptCounts {
  /** `day`: `2026-12-24`. */
  add(day: string, { slots, overlay, kept }: Arbitration): void;
  readonly hasUnsaved: boolean;
  /** The statements that keep what was added; call `failed` when they did not become durable. */
  unsaved(): { statements: Statement[]; saved(): void; failed(): void };
  /** Of one campaign, the days from `since` on that have any, the oldest first, as the file has them. */
  of(campaign: string, since: string): Promise<{ day: string; fates: Partial<Record<Fate, number>> }[]>;
}

/** Days that are kept. */
const most = 100;

type Fates = Map<Fate, number>;

export function createKeptCounts(store: Pick<Store, 'all'>): KeptCounts {
  let days = new Map<string, Map<string, Fates>>();

  function put(day: string, campaign: string, fate: Fate, count: number): void {
    const campaigns = days.get(day) ?? new Map<string, Fates>();
    if (campaigns.size === 0) days.set(day, campaigns);
    const fates = campaigns.get(campaign) ?? new Map<Fate, number>();
    if (fates.size === 0) campaigns.set(campaign, fates);
    fates.set(fate, (fates.get(fate) ?? 0) + count);
  }

  return {
    add: (day, { slots, overlay, kept }) => {
      for (const { campaign, why } of kept) put(day, campaign, why, 1);
      for (const { chosen } of [...slots.values(), overlay]) if (chosen) put(day, chosen.campaign.id, 'shown', 1);
    },
    get hasUnsaved() {
      return days.size > 0;
    },
    unsaved: () => {
      const saving = days;
      days = new Map();
      const rows = [...saving].flatMap(([day, campaigns]) =>
        [...campaigns].flatMap(([campaign, fates]) => [...fates].map(([fate, count]) => [day, campaign, fate, count])),
      );
      const newest = [...saving.keys()].sort().at(-1);
      return {
        statements:
          newest === undefined
            ? []
            : [
                { sql: addCounts, params: [JSON.stringify(rows)] },
                { sql: dropOld, params: [newest, `-${most} days`] },
              ],
        saved: () => {},
        failed: () => {
          for (const [day, campaigns] of saving)
            for (const [campaign, fates] of campaigns)
              for (const [fate, count] of fates) put(day, campaign, fate, count);
        },
      };
    },
    of: async (campaign, since) => {
      const rows = await store.all(
        'SELECT day, json_group_object(fate, count) FROM campaign_fates WHERE campaign = ? AND day >= ? GROUP BY day ORDER BY day',
        [campaign, since],
      );
      return rows.map(([day, fates]) => ({
        day: String(day),
        fates: JSON.parse(String(fates)) as Partial<Record<Fate, number>>,
      }));
    },
  };
}

const addCounts =
  'INSERT INTO campaign_fates (day, campaign, fate, count) ' +
  'SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3 FROM json_each(?) WHERE true ' +
  'ON CONFLICT (day, campaign, fate) DO UPDATE SET count = count + excluded.count';

const dropOld = 'DELETE FROM campaign_fates WHERE day < date(?, ?)';
