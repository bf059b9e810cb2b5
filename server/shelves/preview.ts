import type { Consent } from '../../snippet/protocol.ts';
import type { Product } from '../catalog/product.ts';
import { boughtBy } from '../collect/bought-by.ts';
import type { OpenShop } from '../collect/open-shop.ts';
import { drawnBy, joinedPerson, visitorsOfPerson } from '../collect/person.ts';
import { evidenceFor } from '../decide/evidence.ts';
import { type Looking, rungOf } from '../decide/looking.ts';
import type { Reason } from '../log/reason.ts';
import type { Rung, Step } from '../log/receipt.ts';
import type { Money } from '../money.ts';
import { isUsable } from '../profiles/is-usable.ts';
import type { Evidence } from '../recommend/evidence.ts';
import type { Recipe } from '../recommend/recipe.ts';
import { type Away, recommend } from '../recommend/recommend.ts';
import { knownPerson } from '../visitors/known-person.ts';
import { type Example, exampleProfile } from './examples.ts';

export type Who = { visitor: string } | { example: Example };

/** What a recipe would show somebody on a page, and how it comes to that. */
export interface PreviewedShelf {
  /** The recipe that filled it; null where none could. */
  recipe: string | null;
  items: { id: string; name: string; image: string | null; price: Money | null; reason: Reason }[];
  steps: Step[];
  /** Products that a filter took away: the first that were asked for. */
  away: { id: string; name: string; filter: Away }[];
}

export interface Preview {
  /** By the recipe that holds now; null for a new one. */
  before: PreviewedShelf | null;
  after: PreviewedShelf;
  rung: Rung;
  /** Product -> name, for the products that reasons speak of. */
  names: Record<string, string>;
}

const shownAway = 30;

/** Decides by a draft, and by what holds, as for a page that is opened now. Nothing is recorded or counted. `now` in ms. */
export async function preview(
  draft: Recipe,
  { who, product, cart }: { who: Who; product: string | null; cart: readonly string[] | null },
  shop: OpenShop,
  now: number,
): Promise<Preview> {
  const looking = withCart(await lookingOf(who, product, shop, now), cart);
  const evidence = evidenceFor(looking, shop);
  const holds = shop.recipes.get(draft.id);
  const names: Record<string, string> = {};
  const shelfOf = (recipe: Recipe, recipes: ReadonlyMap<string, Recipe>) =>
    previewedShelf(recipe, recipes, evidence, names);
  return {
    before: holds ? shelfOf(holds, shop.recipes) : null,
    after: shelfOf(draft, new Map(shop.recipes).set(draft.id, draft)),
    rung: rungOf(looking),
    names,
  };
}

/** As if these lay in the cart, and nothing else. */
export function withCart(looking: Looking, cart: readonly string[] | null): Looking {
  const { profile, now } = looking;
  if (cart === null) return looking;
  if (profile === null) return { ...looking, cart };
  const lines = { items: cart.map((id) => ({ id, quantity: 1 })), currency: null, all: true };
  return { ...looking, profile: { ...profile, cart: [{ at: now, id: 'preview', value: lines }] }, cart };
}

async function lookingOf(who: Who, product: string | null, shop: OpenShop, now: number): Promise<Looking> {
  const page = { language: 'en' as const, product, cart: null, now };
  if ('example' in who) {
    const consent = { statistics: true, personalisation: true };
    const profile = exampleProfile(who.example, shop, now);
    const bought = new Map([...profile.bought].map(([id, at]) => [id, [{ at, quantity: 1 }]]));
    return { ...page, consent, drawnBy: who.example, visitors: [], place: {}, profile, bought };
  }
  const whole = await knownPerson(who.visitor, shop);
  await shop.profiles.hold([who.visitor]);
  const place = whole.place?.value ?? {};
  const consent: Consent = shop.profiles.of(who.visitor).consent?.value ?? {};
  shop.profiles.release([who.visitor]);
  const mayJoin = consent.statistics === true && consent.personalisation === true;
  const person = mayJoin ? await joinedPerson(who.visitor, shop, isUsable) : null;
  return {
    ...{ ...page, consent, place },
    drawnBy: mayJoin ? await drawnBy(who.visitor, shop) : who.visitor,
    visitors: await visitorsOfPerson(who.visitor, shop),
    profile: person?.profile ?? null,
    bought: person ? await boughtBy(person, shop) : new Map(),
  };
}

/** Puts into `names` what the products are called that its reasons speak of. */
export function previewedShelf(
  recipe: Recipe,
  recipes: ReadonlyMap<string, Recipe>,
  evidence: Evidence,
  names: Record<string, string>,
): PreviewedShelf {
  const { recipe: used, items, steps, away } = recommend(recipe, recipes, evidence, new Set());
  const nameOf = (id: string) => evidence.catalog.get(id)?.name ?? id;
  return {
    recipe: used?.id ?? null,
    items: items.map(({ id, reason }) => {
      if ('with' in reason) names[reason.with] = nameOf(reason.with);
      const product = evidence.catalog.get(id);
      return { id, name: nameOf(id), image: product?.image ?? null, price: product ? priceOf(product) : null, reason };
    }),
    steps,
    away: [...away].slice(0, shownAway).map(([id, filter]) => ({ id, name: nameOf(id), filter })),
  };
}

export function priceOf({ price, currency }: Pick<Product, 'price' | 'currency'>): Money | null {
  return price === null || currency === null ? null : { amount: price, currency };
}
