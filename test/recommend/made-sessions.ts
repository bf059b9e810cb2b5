import { randomFrom } from '../../server/recommend/next/random.ts';
import { type Sessions, sessionsOf } from '../../server/recommend/next/sessions.ts';

export interface MadeShop {
  items: number;
  sessions: number;
  seed: number;
  /** Mean number of views in a session beyond the first. */
  more: number;
}

/** Share of steps that go back to something seen, on to what usually follows, elsewhere in the same shelf, and anywhere. */
const ways = { back: 0.2, follows: 0.35, shelf: 0.35 };
const shelfSize = 40;

/**
 * Sessions of a shop that is nobody's, the same for the same seed: a few items are looked at by everybody (Zipf), each belongs to
 * a shelf, on a shelf some items lead to others, people go back, and what is in demand drifts with time.
 */
export function madeSessions({ items, sessions, seed, more }: MadeShop): Sessions {
  const random = randomFrom(seed);
  const upTo = (count: number) => Math.floor(random() * count);
  const popular = zipf(items, random);
  const onShelf = zipf(shelfSize, random);
  const shelves = Math.max(1, Math.floor(items / shelfSize));
  const places = Int32Array.from({ length: items }, (_, item) => item);
  for (let place = items - 1; place > 0; place--) {
    const other = upTo(place + 1);
    [places[place], places[other]] = [places[other] ?? 0, places[place] ?? 0];
  }
  const rows = Array.from({ length: sessions }, (_, session) => {
    // Demand moves through the catalogue once while the log lasts.
    const drift = random() < 0.5 ? Math.floor((session / sessions) * items) : 0;
    const row = [places[(popular() + drift) % items] ?? 0];
    while (random() < more / (1 + more) && row.length < 60) {
      const last = row.at(-1) ?? 0;
      const shelf = last % shelves;
      const way = random();
      if (way < ways.back) row.push(row[upTo(row.length)] ?? 0);
      else if (way < ways.back + ways.follows)
        row.push((shelf + shelves * ((Math.floor(last / shelves) * 7 + 3 + upTo(3)) % shelfSize)) % items);
      else if (way < ways.back + ways.follows + ways.shelf) row.push((shelf + shelves * onShelf()) % items);
      else row.push(places[popular()] ?? 0);
    }
    return row;
  });
  return sessionsOf(rows, items);
}

/** Draws ranks from 0, the n-th as often as 1/n. */
function zipf(count: number, random: () => number): () => number {
  const sums = new Float64Array(count);
  for (let rank = 0; rank < count; rank++) sums[rank] = (sums[rank - 1] ?? 0) + 1 / (rank + 1);
  return () => {
    const wanted = random() * (sums[count - 1] ?? 0);
    let [low, high] = [0, count - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}
