import { boughtBy } from '../collect/bought-by.ts';
import { isCookieless } from '../collect/folded.ts';
import type { OpenShop } from '../collect/open-shop.ts';
import { drawnBy, joinedPerson } from '../collect/person.ts';
import { evidenceFor } from '../decide/evidence.ts';
import type { Looking } from '../decide/looking.ts';
import { asideNames, fromRow } from '../log/log-event.ts';
import { fold } from '../profiles/fold.ts';
import { isUsable } from '../profiles/is-usable.ts';
import { emptyProfile } from '../profiles/profile.ts';
import { inSlices } from '../profit/in-slices.ts';
import type { Recipe } from '../recommend/recipe.ts';
import { recommend } from '../recommend/recommend.ts';
import type { SqlValue } from '../store/store.ts';
import { askedFirst, type PastDecision, pastDecisions, type Which } from './past-decisions.ts';
import { withCart } from './preview.ts';

/** A decision of the past, made again by what holds now and by a draft. */
export interface Replayed {
  /** The receipt's. */
  id: string;
  /** Null where nothing is kept of them. */
  visitor: string | null;
  /** ms since 1970. */
  at: number;
  slot: string;
  /** What stood there; null where it was kept away, to compare. */
  stood: string[] | null;
  before: ShelfMade;
  after: ShelfMade;
}

export interface ShelfMade {
  /** The recipe that filled it; null where none could. */
  recipe: string | null;
  products: string[];
  /** It was filled by what stands in for the recipe that was asked. */
  isStandIn: boolean;
  /** Fewer products than places. */
  isShort: boolean;
}

export interface ReplayedPart {
  /** The newest first. */
  decisions: Replayed[];
  /** Of those that were looked at, so many cannot be made again: consent was taken back, or the recipe or person is gone. */
  passed: number;
  /** Where to go on; null where the log begins. */
  next: number | null;
  /** Product -> name. */
  names: Record<string, string>;
}

/** Of what somebody did before, the newest so many. */
const remembered = 1_000;

/**
 * Some decisions of the past again, by a draft and by what holds: with what the visitor had done by then, on that page, with that cart,
 * at that time of day; with the catalogue and the model of today. Nothing is recorded. `before`: place in the log, null for its end.
 */
export async function replay(
  draft: Recipe,
  which: Which,
  before: number | null,
  shop: OpenShop,
): Promise<ReplayedPart> {
  const { found, next } = await pastDecisions(which, before, shop.store);
  const known: Known[] = [];
  for (const decision of found) {
    const one = await knownThen(decision, shop);
    if (one) known.push(one);
  }
  const decisions = await inSlices(
    (function* () {
      const made: Replayed[] = [];
      for (const one of known) {
        const again = yield* madeAgain(one, { draft, which }, shop);
        if (again) made.push(again);
      }
      return made;
    })(),
  );
  return { decisions, passed: found.length - decisions.length, next, names: namesOf(decisions, shop) };
}

interface Known {
  decision: PastDecision;
  looking: Looking;
  /** What the person had done, oldest first; null where it may not be known. */
  rows: SqlValue[][] | null;
}

/** Null where it was about somebody who does not allow it any more, or where it says too little. */
async function knownThen(decision: PastDecision, shop: OpenShop): Promise<Known | null> {
  const { visitor, at, seq, receipt } = decision;
  const { product } = receipt.inputs;
  if (product === undefined) return null;
  const looking: Looking = {
    ...{ consent: receipt.consent, profile: null, bought: new Map(), drawnBy: visitor, visitors: [visitor] },
    ...{ language: 'en', place: {}, product: typeof product === 'string' ? product : null, cart: null, now: at },
  };
  if (receipt.rung !== 'profile') return { decision, looking, rows: null };
  await shop.profiles.hold([visitor]);
  const consent = shop.profiles.of(visitor).consent?.value;
  shop.profiles.release([visitor]);
  if (!consent?.statistics || !consent.personalisation) return null;
  const person = await joinedPerson(visitor, shop, isUsable);
  const bought = [...(await boughtBy(person, shop))].map(
    ([id, times]) => [id, times.filter((one) => one.at < at)] as const,
  );
  const { visitors } = person;
  const rows = await shop.store.all(doneBefore, [
    JSON.stringify(visitors),
    seq,
    JSON.stringify([...asideNames]),
    remembered,
  ]);
  return {
    decision,
    looking: { ...looking, visitors, drawnBy: await drawnBy(visitor, shop), bought: new Map(bought) },
    rows: rows.reverse(),
  };
}

const doneBefore =
  'SELECT id, visitor, at, name, body FROM log WHERE visitor IN (SELECT value FROM json_each(?)) AND seq < ? ' +
  'AND name NOT IN (SELECT value FROM json_each(?)) ORDER BY seq DESC LIMIT ?';

function* madeAgain(
  { decision, looking, rows }: Known,
  { draft, which }: { draft: Recipe; which: Which },
  shop: OpenShop,
): Generator<void, Replayed | null> {
  const { receipt, taken, visitor, at } = decision;
  const asked = 'slot' in which ? usedIn(which.slot, shop) : askedFirst(receipt);
  const holds = shop.recipes.get(asked ?? '');
  if (!holds) return null;
  const profile = rows === null ? null : emptyProfile();
  for (const [place, row] of (rows ?? []).entries()) {
    if (place % 10 === 9) yield;
    if (profile) fold(profile, fromRow(row));
  }
  yield;
  const cart = receipt.inputs.cart;
  const evidence = evidenceFor(
    withCart({ ...looking, profile, place: profile?.place?.value ?? {} }, Array.isArray(cart) ? cart : []),
    shop,
  );
  const before = shelfOf(holds, shop.recipes, evidence, taken);
  yield;
  const recipes = new Map(shop.recipes).set(draft.id, draft);
  const first = 'slot' in which ? draft : (recipes.get(holds.id) ?? draft);
  const after = shelfOf(first, recipes, evidence, taken);
  yield;
  return {
    ...{ id: receipt.id, visitor: isCookieless(visitor) ? null : visitor, at, slot: receipt.slot, before, after },
    stood: receipt.arm === 'without' ? null : receipt.shown.map(({ id }) => id),
  };
}

function usedIn(slot: string, { slots }: Pick<OpenShop, 'slots'>): string | null {
  const setup = slots[slot];
  return setup?.widget === 'shelf' ? setup.recipe : null;
}

function shelfOf(asked: Recipe, ...given: Rest<typeof recommend>): ShelfMade {
  const { recipe, items } = recommend(asked, ...given);
  const products = items.map(({ id }) => id);
  const isStandIn = recipe !== null && recipe.id !== asked.id;
  return {
    recipe: recipe?.id ?? null,
    products,
    isStandIn,
    isShort: recipe !== null && products.length < recipe.limit,
  };
}

type Rest<F> = F extends (first: never, ...rest: infer R) => unknown ? R : never;

/** Of what comes in and what falls out. */
function namesOf(decisions: readonly Replayed[], { catalog }: Pick<OpenShop, 'catalog'>): Record<string, string> {
  const names: Record<string, string> = {};
  for (const { before, after } of decisions)
    for (const id of [...before.products, ...after.products]) names[id] = catalog.get(id)?.name ?? id;
  return names;
}
