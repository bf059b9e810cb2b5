import { compare } from '../text-order.ts';

/** The edges that join, asked many at a time. */
export interface Graph {
  visitorsOf(keys: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>>;
  keysOf(visitors: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>>;
}

export interface Person {
  /** The first of the keys, the shop's own number before all others; the visitor itself where there is none. */
  id: string;
  /** Every visitor of this person, with the keys that join it. */
  visitors: ReadonlyMap<string, readonly string[]>;
}

/** More visitors than this have no address or number of their own, but a shared one (a shop's counter, a company). */
const sharedBeyond = 50;

/**
 * Everyone whom verified keys join to this visitor, over any number of steps: a visitor with two keys joins the people of
 * both. That cannot happen by two customers' use of one device, since the second login starts another visitor. An e-mail
 * address or telephone number of very many visitors joins nobody; the shop's own customer number always does.
 */
export async function personOf(visitor: string, graph: Graph): Promise<Person> {
  const visitors = new Map<string, readonly string[]>();
  const joining = new Set<string>();
  const seen = new Set<string>();
  for (let next = [visitor]; next.length > 0; ) {
    const found = await graph.keysOf(next);
    for (const each of next) visitors.set(each, found.get(each) ?? []);
    const keys = [...new Set([...found.values()].flat())].filter((key) => !seen.has(key));
    const reached = new Set<string>();
    for (const [key, others] of keys.length === 0 ? [] : await graph.visitorsOf(keys)) {
      seen.add(key);
      if (isShared(key, others.length)) continue;
      joining.add(key);
      for (const other of others) if (!visitors.has(other)) reached.add(other);
    }
    next = [...reached];
  }
  const [first] = [...joining].sort((a, b) => rank(a) - rank(b) || compare(a, b));
  return { id: first ?? visitor, visitors };
}

/** Whether a key with that many visitors joins none of them. `fewer`: how many of them may have come just now. */
export function isShared(key: string, visitors: number, fewer = 0): boolean {
  return visitors - fewer > sharedBeyond && /^(email|phone):/.test(key);
}

function rank(key: string): number {
  return key.startsWith('customer:') ? 0 : 1;
}
