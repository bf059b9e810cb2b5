import type { Reason } from '../log/reason.ts';
import type { Receipt, Step } from '../log/receipt.ts';
import { likings } from '../profiles/likings.ts';
import type { Profile } from '../profiles/profile.ts';
import type { Taste } from '../profiles/taste.ts';
import type { Evidence } from '../recommend/evidence.ts';
import { type Knowing, type Lifted, liftsOf } from '../recommend/ranking/lifts.ts';
import { rank } from '../recommend/ranking/rank.ts';
import type { ListKind } from '../recommend/ranking/ranking.ts';
import type { RankingBook } from '../recommend/ranking/ranking-book.ts';
import { drawArm, notDrawn } from './comparison.ts';
import type { Setup } from './decide.ts';
import { evidenceFor } from './evidence.ts';
import { type Looking, rungOf } from './looking.ts';

/** A list of the shop's own that asks for an order. */
export interface AskedList {
  kind: ListKind;
  /** Of products, in the shop's order. */
  ids: readonly string[];
  /** What was searched for. */
  query: string | null;
  category: string | null;
  /** So many stay at the beginning. */
  keepFirst: number;
}

export interface RankedList {
  /** The same ids, each as often. */
  ids: string[];
  /** Those that stand elsewhere, in their new order; places from 0. */
  moved: Moved[];
  receipt: Receipt;
}

export interface Moved {
  id: string;
  from: number;
  to: number;
  reason: Reason;
}

type RankSetup = Omit<Setup, 'model'> & {
  model: Evidence['model'] & { popularity: Knowing['popularity'] };
  ranking: Pick<RankingBook, 'current' | 'version'>;
};

/** Somebody who has done something so many times is believed by half what they seem to like. */
const doubt = 5;
/** Of what has moved a receipt names so many. */
const told = 50;

/** A list in the order for whoever looks at it: what was asked for, all of it, and nothing else. */
export function rankList(asked: AskedList, looking: Looking, setup: RankSetup, id: string): RankedList {
  const evidence = evidenceFor(looking, setup);
  const liked = likedBy(looking.profile, setup.taste.current);
  const { list, steps } = liftsOf(asked.ids, { evidence, popularity: setup.model.popularity, liked });
  const how = setup.ranking.current[asked.kind];
  const held = Math.max(asked.keepFirst, how.keepFirst, exactAtHead(list, asked.query, evidence));
  const order = how.isOn ? rank(list, how, held) : list.map((_, place) => place);
  const moved = movedIn(order, list);
  const slot = `${asked.kind}-list`;
  // A list that stays as it is would be compared with itself.
  const drawn =
    moved.length === 0 ? notDrawn : drawArm(looking.drawnBy, slot, { share: setup.comparison.share, instead: 'own' });
  const isWithout = drawn.arm === 'without';
  const last: Step[] = isWithout
    ? [{ name: 'comparison-group', count: moved.length, note: 'own-order' }]
    : [{ name: 'moved', count: moved.length }];
  return {
    ids: isWithout ? [...asked.ids] : order.map((place) => asked.ids[place] ?? ''),
    moved: isWithout ? [] : moved,
    receipt: {
      ...{ id, slot, widget: 'ranking', rung: rungOf(looking), consent: looking.consent },
      recipe: `rank@${setup.ranking.version}`,
      inputs: {
        ...{ products: list.length, query: asked.query, category: asked.category, kept: held || null },
        ...{ cart: [...evidence.cart], anchors: [...evidence.session] },
        liked: evidence.likings.slice(0, 3).map(({ category }) => category),
      },
      steps: [...steps, ...last],
      shown: isWithout ? [] : risen(moved, list),
      ...drawn,
    },
  };
}

export function likedBy(profile: Profile | null, taste: Taste): Knowing['liked'] {
  const of = (dimension: keyof Knowing['liked']) => {
    const liked = profile ? likings(profile, dimension, taste) : [];
    const seen = liked.reduce((sum, { evidence }) => sum + evidence, 0);
    return new Map(liked.map(({ value, share }) => [value, (share * seen) / (seen + doubt)]));
  };
  return { categories: of('categories'), brands: of('brands'), bands: of('bands') };
}

/** Whoever searches for a product by its name or number finds it where the shop has put it. */
function exactAtHead(list: readonly Lifted[], query: string | null, { catalog }: Evidence): number {
  if (query === null) return 0;
  const wanted = plain(query);
  const other = list.findIndex(({ id }) => plain(id) !== wanted && plain(catalog.get(id)?.name ?? '') !== wanted);
  return other < 0 ? list.length : other;
}

function plain(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ');
}

function movedIn(order: readonly number[], list: readonly Lifted[]): Moved[] {
  return order.flatMap((from, to) => {
    const one = list[from];
    return one && from !== to ? [{ id: one.id, from, to, reason: reasonOf(one, to < from) }] : [];
  });
}

/** What has only been passed by others, or has come up where others sank, says so. */
function reasonOf({ reason, isInStock }: Lifted, isUp: boolean): Reason {
  if (isUp) return reason ?? { code: 'made-room' };
  return { code: isInStock ? 'made-room' : 'out-of-stock' };
}

function risen(moved: readonly Moved[], list: readonly Lifted[]): Receipt['shown'] {
  return moved
    .filter(({ from, to }) => to < from)
    .slice(0, told)
    .map(({ id, from, reason }) => ({ id, reason, score: Math.round((list[from]?.lift ?? 0) * 1000) / 1000 }));
}
