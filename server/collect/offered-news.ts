import { decisionOf, eventOfDecision } from '../earnings/shelf-facts.ts';
import { fromRow, type LogEvent } from '../log/log-event.ts';
import type { Reason } from '../log/reason.ts';
import { createRecent } from '../recent.ts';
import type { Store } from '../store/store.ts';

/** Which products slots offered as new, for as long as pages may say that somebody saw them. */
export interface OfferedNews {
  /** Remembers what a decision's receipts say. */
  keep(decision: LogEvent): void;
  /** A view of a slot names what this visitor saw there as new; what it says of a decision of somebody else's is nothing. */
  withNews<Fact extends Omit<LogEvent, 'visitor'>>(facts: readonly Fact[], visitor: string): Promise<Fact[]>;
}

interface Offered {
  visitor: string;
  /** Decision -> products. */
  news: ReadonlyMap<string, string[]>;
}

const asNew: ReadonlySet<Reason['code']> = new Set(['new', 'new-since']);

/** `capacity`: so many decisions are in memory; older ones are read from the log. */
export function createOfferedNews(store: Pick<Store, 'all'>, capacity = 5_000): OfferedNews {
  const recent = createRecent<Offered>(capacity);
  return {
    keep: (decision) => recent.set(decision.id, offeredIn(decision)),
    withNews: async (facts, visitor) => {
      const seen = facts.flatMap((fact) => (fact.name === 'slot_view' ? (decisionOf(fact) ?? []) : []));
      if (seen.length === 0) return [...facts];
      const missing = [...new Set(seen.map(eventOfDecision))].filter((id) => recent.get(id) === undefined);
      if (missing.length > 0) {
        const rows = await store.all(
          "SELECT id, visitor, at, name, body FROM log WHERE name = 'decision' AND id IN (SELECT value FROM json_each(?))",
          [JSON.stringify(missing)],
        );
        for (const row of rows) recent.set(String(row[0]), offeredIn(fromRow(row)));
      }
      return facts.map((fact) => {
        const decision = fact.name === 'slot_view' ? decisionOf(fact) : null;
        if (decision === null) return fact;
        const offered = recent.get(eventOfDecision(decision));
        const news = offered?.visitor === visitor ? offered.news.get(decision) : undefined;
        return news ? { ...fact, news } : fact;
      });
    },
  };
}

function offeredIn({ visitor, receipts = [] }: LogEvent): Offered {
  const news = new Map<string, string[]>();
  for (const { id, shown } of receipts) {
    const products = shown.flatMap((one) => (asNew.has(one.reason.code) ? one.id : []));
    if (products.length > 0) news.set(id, products);
  }
  return { visitor, news };
}
