import type { LogEvent } from '../log/log-event.ts';
import type { Statement, Store } from '../store/store.ts';
import { decode, encode } from './encode.ts';
import { fold } from './fold.ts';
import { emptyProfile, type Profile } from './profile.ts';
import { nameOf } from './read.ts';
import { sizeOf } from './size-of.ts';

/** The profiles of the visitors of these minutes, in memory; the file follows behind. */
export interface HotProfiles {
  /** Brings these visitors' profiles in and keeps them here until `release`. */
  hold(visitors: readonly string[]): Promise<void>;
  release(visitors: readonly string[]): void;
  /** Starts the profile of a visitor who cannot be in the file, being new. */
  welcome(visitor: string): void;
  /** Empty for a visitor without events. The visitor must be held. */
  of(visitor: string): Profile;
  /** Adds an event to the profile of its visitor, who must be held. */
  add(event: LogEvent): void;
  /** Drops these visitors, whose changes are in the file or shall not come there. */
  forget(visitors: readonly string[]): Promise<void>;
  /** How many have changes that the file does not have. */
  readonly unsavedCount: number;
  /** Estimated bytes of memory of all that are here. */
  readonly size: number;
  /**
   * The statements that keep these changes, as they are at this moment: written out a few profiles at a time, so that no request
   * waits for all of them. Call `saved` when they are durable, or `failed` when they are not.
   */
  unsaved(): { statements: Promise<Statement[]>; saved(): void; failed(): void };
}

/** How many profiles are written out before requests have their turn, a millisecond or so, and how many go into one statement. */
const step = 16;
const ofStatement = 64;

interface Held {
  profile: Profile;
  holders: number;
  /** Length of its text, as it was read or written last. */
  text: number;
  size: number;
}

/**
 * `capacity`: estimated bytes of the profiles that stay in memory when nobody holds them and the file has their changes. A
 * visitor's takes some ten thousand; whoever is not here any more costs a look into the file.
 */
export function createHotProfiles(store: Pick<Store, 'all'>, capacity = 32_000_000): HotProfiles {
  // A Map keeps the order of insertion: putting an entry back at its end makes it the most recently used.
  const entries = new Map<string, Held>();
  const loading = new Map<string, Promise<void>>();
  let changed = new Set<string>();
  let saving = new Set<string>();
  /** Of those that are being saved, the ones that are not written out yet, and what was. */
  let unwritten = new Set<string>();
  let written: unknown[][] = [];
  let size = 0;
  /** Nobody could be let go when it was tried last, and nothing was saved since. */
  let isStuck = false;

  async function load(missing: readonly string[]): Promise<void> {
    const rows = await store.all(
      'SELECT visitor, body FROM profiles WHERE visitor IN (SELECT value FROM json_each(?))',
      [JSON.stringify(missing)],
    );
    const stored = new Map(rows.map(([visitor, body]) => [String(visitor), String(body)]));
    for (const visitor of missing) {
      const text = stored.get(visitor);
      if (text === undefined) enter(visitor, emptyProfile(), 0);
      else enter(visitor, decode(text), text.length);
    }
  }

  function enter(visitor: string, profile: Profile, text: number): void {
    const held = { profile, holders: 0, text, size: sizeOf(profile, text) };
    entries.set(visitor, held);
    size += held.size;
  }

  function weigh(held: Held): void {
    size -= held.size;
    held.size = sizeOf(held.profile, held.text);
    size += held.size;
  }

  function leave(visitor: string): void {
    size -= entries.get(visitor)?.size ?? 0;
    entries.delete(visitor);
  }

  /** Many at once: the first entry of a map from which the first is taken again and again is slow to find. */
  function evict(): void {
    if (isStuck || size <= capacity * 1.1) return;
    for (const [visitor, { holders }] of entries) {
      if (size <= capacity) return;
      if (holders === 0 && !changed.has(visitor) && !saving.has(visitor)) leave(visitor);
    }
    isStuck = size > capacity;
  }

  const entry = (visitor: string): Held => {
    const found = entries.get(visitor);
    if (!found) throw new Error(`the profile of ${visitor} is not held`);
    return found;
  };

  /** As it is now, before anything changes it. */
  function writeOut(visitor: string): void {
    if (!unwritten.delete(visitor)) return;
    const held = entry(visitor);
    const text = encode(held.profile);
    held.text = text.length;
    weigh(held);
    written.push([visitor, nameOf(held.profile), held.profile.lastSeen, text]);
  }

  async function writeAll(): Promise<Statement[]> {
    let count = 0;
    for (const visitor of saving) {
      if (count++ % step === step - 1) await new Promise((resolve) => setTimeout(resolve));
      writeOut(visitor);
    }
    const statements: Statement[] = [];
    for (let first = 0; first < written.length; first += ofStatement)
      statements.push({ sql: upsertProfiles, params: [JSON.stringify(written.slice(first, first + ofStatement))] });
    written = [];
    return statements;
  }

  return {
    hold: async (visitors) => {
      for (;;) {
        const missing = visitors.filter((visitor) => !entries.has(visitor));
        if (missing.length === 0) break;
        const first = missing.filter((visitor) => !loading.has(visitor));
        if (first.length > 0) {
          const promise = load(first).finally(() => first.forEach((visitor) => void loading.delete(visitor)));
          for (const visitor of first) loading.set(visitor, promise);
        }
        await Promise.all(missing.map((visitor) => loading.get(visitor)));
      }
      for (const visitor of visitors) {
        const held = entry(visitor);
        held.holders++;
        entries.delete(visitor);
        entries.set(visitor, held);
      }
    },
    release: (visitors) => {
      for (const visitor of visitors) entry(visitor).holders--;
      evict();
    },
    welcome: (visitor) => {
      if (!entries.has(visitor) && !loading.has(visitor)) enter(visitor, emptyProfile(), 0);
    },
    of: (visitor) => entry(visitor).profile,
    add: (event) => {
      writeOut(event.visitor);
      fold(entry(event.visitor).profile, event);
      changed.add(event.visitor);
    },
    forget: async (visitors) => {
      // What is on its way may have been read before they were gone.
      await Promise.all(loading.values());
      for (const visitor of visitors) {
        changed.delete(visitor);
        const held = entries.get(visitor);
        if (held && held.holders > 0) held.profile = emptyProfile();
        else leave(visitor);
      }
    },
    get unsavedCount() {
      return changed.size;
    },
    get size() {
      return size;
    },
    unsaved: () => {
      saving = changed;
      changed = new Set();
      unwritten = new Set(saving);
      written = [];
      return {
        statements: writeAll(),
        saved: () => {
          saving = new Set();
          isStuck = false;
          evict();
        },
        failed: () => {
          for (const visitor of saving) changed.add(visitor);
          saving = new Set();
        },
      };
    },
  };
}

/** Everyone is a person of their own until an edge says otherwise; those who know the edges then name the person. */
const upsertProfiles =
  'INSERT INTO profiles (visitor, person, who, last_seen, body) ' +
  'SELECT value ->> 0, value ->> 0, value ->> 1, value ->> 2, value ->> 3 FROM json_each(?) WHERE true ' +
  'ON CONFLICT (visitor) DO UPDATE SET who = excluded.who, last_seen = excluded.last_seen, body = excluded.body';
