import type { LogEvent } from '../log/log-event.ts';
import type { Receipt } from '../log/receipt.ts';

/** The names of events that say something of shelves, and of what became of them. */
export const shelfNames = ['decision', 'slot_view', 'slot_click', 'add_to_cart', 'view_item'] as const;

/** What is found for what a view or click names: the decision, `none` as long as the log has none, null for what can be none. */
export type FindDecision = (id: string) => Receipt | 'none';

type Row = readonly (string | number)[];

/** What some events say, as rows of the tables without their counts. Counts of equal rows are added up. */
export interface ShelfFacts {
  /** day, slot, recipe, version, arm -> decisions, filled, views. */
  days: Map<string, [decisions: number, filled: number, views: number]>;
  /** day, slot, recipe, product -> shown. */
  products: Map<string, number>;
  /** day, product -> looks. */
  looks: Map<string, number>;
  clicks: Row[];
  carts: Row[];
  draws: Row[];
  waiting: Row[];
}

/** `dayOf` names the shop's day of a moment. Each event must come once; in which order does not matter. */
export function shelfFacts(events: readonly LogEvent[], find: FindDecision, dayOf: (at: number) => string): ShelfFacts {
  const facts: ShelfFacts = {
    ...{ days: new Map(), products: new Map(), looks: new Map() },
    ...{ clicks: [], carts: [], draws: [], waiting: [] },
  };
  for (const event of events) {
    const day = dayOf(event.at);
    if (event.name === 'decision') for (const receipt of event.receipts ?? []) addDecision(facts, event, receipt, day);
    else if (event.name === 'slot_view' || event.name === 'slot_click') addSeen(facts, event, find, day);
    else if (event.name === 'add_to_cart')
      for (const id of idsOf(event)) facts.carts.push([event.id, id, event.at, day, event.visitor]);
    else if (event.name === 'view_item') for (const id of idsOf(event)) count(facts.looks, [day, id]);
  }
  return facts;
}

/** The id of the event with the decision that a view or click names. */
export function eventOfDecision(decision: string): string {
  return decision.slice(0, Math.max(0, decision.lastIndexOf('.')));
}

export function decisionOf({ params }: Pick<LogEvent, 'params'>): string | null {
  return typeof params?.decision === 'string' && params.decision.includes('.') ? params.decision : null;
}

/** `for-you@3`. Null for a widget without products. */
function recipeOf({ recipe }: Pick<Receipt, 'recipe'>): { recipe: string; version: number } | null {
  const at = recipe?.lastIndexOf('@') ?? -1;
  const version = Number(recipe?.slice(at + 1));
  return recipe && at > 0 && Number.isInteger(version) ? { recipe: recipe.slice(0, at), version } : null;
}

function addDecision(facts: ShelfFacts, { at, visitor }: LogEvent, receipt: Receipt, day: string): void {
  const by = recipeOf(receipt);
  if (!by) return;
  // What the groups saw was not written down at first: as a shop comes, it was its own content.
  const { slot, arm, propensity, shown, instead = 'own' } = receipt;
  // What the comparison group sees instead is nothing that the recipe has done.
  const own = arm === 'without' ? [] : shown;
  const counts = countsOf(facts, [day, slot, by.recipe, by.version, arm]);
  counts[0]++;
  if (own.length > 0) counts[1]++;
  for (const product of new Set(own.map(({ id }) => id))) count(facts.products, [day, slot, by.recipe, product]);
  if (arm === 'only') return;
  const share = Math.round((arm === 'without' ? propensity : 1 - propensity) * 100);
  facts.draws.push([slot, day, visitor, by.recipe, share, instead, arm, at]);
}

function addSeen(facts: ShelfFacts, event: LogEvent, find: FindDecision, day: string): void {
  const decision = decisionOf(event);
  if (decision === null) return;
  const receipt = find(decision);
  if (receipt === 'none') {
    facts.waiting.push([event.id, eventOfDecision(decision)]);
    return;
  }
  const by = recipeOf(receipt);
  if (!by || receipt.arm === 'without') return;
  const { slot, arm } = receipt;
  if (event.name === 'slot_view') {
    countsOf(facts, [day, slot, by.recipe, by.version, arm])[2]++;
    return;
  }
  const product = String(event.params?.item_id);
  // A page may say what it likes: only what stood there can have been opened.
  if (!receipt.shown.some(({ id }) => id === product)) return;
  facts.clicks.push([event.id, event.at, day, event.visitor, product, decision, slot, by.recipe, by.version]);
}

function countsOf({ days }: ShelfFacts, key: Row): [number, number, number] {
  const name = JSON.stringify(key);
  const known = days.get(name);
  if (known) return known;
  const fresh: [number, number, number] = [0, 0, 0];
  days.set(name, fresh);
  return fresh;
}

function count(counts: Map<string, number>, key: Row): void {
  const name = JSON.stringify(key);
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

function idsOf({ items = [] }: LogEvent): Set<string> {
  return new Set(items.map(({ id }) => id));
}
