import { type KeptTerms, keepTerms, readRules } from '../profit/rule-book.ts';
import type { Store } from '../store/store.ts';

/** What a merchant of the demo shop might have told of costs that no order names. Nobody has: the panel says that they are assumed. */
const rules = [
  { rule: 'packing', name: 'Packing (assumed)', per: 'parcel', channel: null, amount: 180 },
  { rule: 'returns', name: 'Handling a return (assumed)', per: 'return', channel: null, amount: 350 },
  { rule: 'overhead', name: 'Overhead (assumed)', per: 'revenue', channel: null, amount: 900 },
  { rule: 'ads', name: 'Paid clicks (assumed)', per: 'visit', channel: 'paid-search', amount: 35 },
] as const;

/** Puts them into a shop that has none. `now` in ms. */
export async function keepDemoCosts(store: Pick<Store, 'db'>, now: number): Promise<void> {
  if ((await readRules(store)).length > 0) return;
  for (const terms of rules)
    await keepTerms({ ...terms, since: '2000-01-01', by: 'owner@demo.example', at: now } satisfies KeptTerms, store);
}
