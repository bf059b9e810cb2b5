import { type LiveCatalog, loadCatalog } from '../catalog/catalog.ts';
import { type SlotSetup, slots } from '../decide/slots.ts';
import { createDoor, type Door } from '../doctor/door.ts';
import { createPeople, type People } from '../identity/people.ts';
import { type TokenKey, tokenKey } from '../identity/visitor-token.ts';
import { createLiveFeed, type LiveFeed } from '../live/live-feed.ts';
import type { LogEvent } from '../log/log-event.ts';
import { fromRow, toRow } from '../log/log-event.ts';
import { createHotProfiles, type HotProfiles } from '../profiles/hot-profiles.ts';
import { type Baskets, createBaskets } from '../recommend/baskets.ts';
import type { Recipe } from '../recommend/recipe.ts';
import { recipes } from '../recommend/recipes.ts';
import type { Shop } from '../shops/table.ts';
import type { Store } from '../store/store.ts';

/** One shop at work: its store, and the projections of its log that answer from memory. */
export interface OpenShop {
  shop: Shop;
  store: Store;
  tokens: TokenKey;
  catalog: LiveCatalog;
  baskets: Baskets;
  recipes: ReadonlyMap<string, Recipe>;
  slots: Readonly<Record<string, SlotSetup>>;
  profiles: HotProfiles;
  people: People;
  live: LiveFeed;
  door: Door;
  /** Appends events that are new, durably, and folds them into every projection. Returns the places of those already known. */
  record(events: readonly LogEvent[]): Promise<ReadonlySet<number>>;
  /** Writes the projections that have changed. */
  save(): Promise<void>;
  close(): Promise<void>;
}

const page = 5_000;

/** Opens a shop and brings its projections up to the end of the log. */
export async function openShop(shop: Shop, store: Store, now: () => number): Promise<OpenShop> {
  const profiles = createHotProfiles(store);
  const people = createPeople(store);
  const catalog = await loadCatalog(store);
  const baskets = createBaskets({
    of: (product) => catalog.get(product)?.category ?? null,
    version: () => catalog.version,
  });
  const live = createLiveFeed(now, (product) => catalog.get(product)?.name ?? null);
  const door = createDoor(now, catalog);
  let through = await throughOf(store);
  let saving: Promise<void> = Promise.resolve();

  /** Folds events into what follows the log. Must not pause: `through` speaks for all of them at once. */
  function project(events: readonly LogEvent[], upTo: number): void {
    for (const event of events) {
      if (!isFolded(event)) continue;
      profiles.add(event);
      people.add(event);
    }
    through = Math.max(through, upTo);
  }

  async function saveNow(): Promise<void> {
    if (profiles.unsavedCount === 0 && !door.hasUnsaved) return;
    const changed = profiles.unsaved();
    const edges = people.unsaved();
    const counts = door.unsaved();
    try {
      await store.write([
        ...changed.statements,
        ...edges.statements,
        ...counts.statements,
        { sql: setThrough, params: [through] },
      ]);
    } catch (error) {
      changed.failed();
      counts.failed();
      throw error;
    }
    changed.saved();
    edges.saved();
  }

  /** One after the other: each writes what has changed since the one before. */
  function save(): Promise<void> {
    saving = saving.catch(() => {}).then(saveNow);
    return saving;
  }

  async function catchUp(): Promise<void> {
    for (;;) {
      const rows = await store.all(
        'SELECT id, visitor, at, name, body, seq FROM log WHERE seq > ? ORDER BY seq LIMIT ?',
        [through, page],
      );
      if (rows.length === 0) return;
      const events = rows.map(fromRow);
      const visitors = visitorsOf(events);
      await profiles.hold(visitors);
      project(events, Number(rows.at(-1)?.[5]));
      profiles.release(visitors);
      await save();
    }
  }

  await catchUp();
  await fillBaskets(store, baskets);
  const opened: OpenShop = {
    shop,
    store,
    tokens: await tokenKey(shop.tokenSecret),
    catalog,
    baskets,
    recipes: new Map(recipes.map((recipe) => [recipe.id, recipe])),
    slots,
    profiles,
    people,
    live,
    door,
    record: async (events) => {
      const visitors = visitorsOf(events);
      await profiles.hold(visitors);
      try {
        const { duplicates, through: upTo } = await store.append(events.map(toRow));
        const known = new Set(duplicates);
        const fresh = known.size === 0 ? events : events.filter((_, place) => !known.has(place));
        project(fresh, upTo);
        for (const event of fresh) {
          learn(baskets, event);
          live.add(event, isFolded(event) ? profiles.of(event.visitor) : null);
        }
        return known;
      } finally {
        profiles.release(visitors);
      }
    },
    save,
    close: async () => {
      await save();
      await store.close();
    },
  };
  return opened;
}

/** Visitors who allowed nothing are counted under a name that changes daily, and have no profile. */
export const cookielessPrefix = '~';

/** What the collector did is in the log, but says nothing about the visitor. */
function isFolded({ visitor, name }: LogEvent): boolean {
  return name !== 'decision' && !visitor.startsWith(cookielessPrefix);
}

function visitorsOf(events: readonly LogEvent[]): string[] {
  return [...new Set(events.filter(isFolded).map(({ visitor }) => visitor))];
}

function learn(baskets: Baskets, { name, items, at }: LogEvent): void {
  if (name === 'purchase' && items)
    baskets.add(
      items.map(({ id }) => id),
      at,
    );
}

async function fillBaskets(store: Store, baskets: Baskets): Promise<void> {
  for (let after = { at: -1, seq: 0 }; ; ) {
    const rows = await store.all(
      "SELECT id, visitor, at, name, body, seq FROM log WHERE name IN ('purchase', 'refund') AND (at, seq) > (?, ?) ORDER BY at, seq LIMIT ?",
      [after.at, after.seq, page],
    );
    for (const row of rows) learn(baskets, fromRow(row));
    const last = rows.at(-1);
    if (!last) return;
    after = { at: Number(last[2]), seq: Number(last[5]) };
  }
}

async function throughOf(store: Store): Promise<number> {
  const [row] = await store.all("SELECT through FROM projections WHERE name = 'profiles'", []);
  return Number(row?.[0] ?? 0);
}

const setThrough =
  "INSERT INTO projections (name, through) VALUES ('profiles', ?) ON CONFLICT (name) DO UPDATE SET through = excluded.through";
