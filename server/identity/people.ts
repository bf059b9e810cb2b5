import type { LogEvent } from '../log/log-event.ts';
import type { Statement, Store } from '../store/store.ts';

/** Which visitors are one person: those that a verified key joins. */
export interface People {
  /** All visitors with this key; the asked one among them once its edge is known. */
  withKey(key: string): Promise<readonly string[]>;
  /** Takes the edge that an event is evidence of, if it is. */
  add(event: LogEvent): void;
  /** The statements that keep the edges that the file does not have; call `saved` when they are durable. */
  unsaved(): { statements: Statement[]; saved(): void };
}

export function customerKey(customer: string): string {
  return `customer:${customer}`;
}

/** The visitor that stands for what the merchant's own systems know of a customer. */
export function importedVisitor(customer: string): string {
  return `customer-${customer}`;
}

const remembered = 20_000;

export function createPeople(store: Pick<Store, 'all'>): People {
  const visitors = new Map<string, Set<string>>();
  /** Edges that the file does not have yet, so that a key read again from the file is still complete. */
  let fresh: { event: string; visitor: string; key: string; evidence: string; at: number }[] = [];

  return {
    withKey: async (key) => {
      const known = visitors.get(key);
      if (known) return [...known];
      const rows = await store.all('SELECT DISTINCT visitor FROM identities WHERE key = ? AND revoked_at IS NULL', [
        key,
      ]);
      const found = visitors.get(key) ?? new Set<string>();
      for (const [visitor] of rows) found.add(String(visitor));
      for (const edge of fresh) if (edge.key === key) found.add(edge.visitor);
      if (visitors.size >= remembered) visitors.clear();
      visitors.set(key, found);
      return [...found];
    },
    add: ({ id, visitor, at, identity }) => {
      if (!identity) return;
      const key = customerKey(identity.customer);
      fresh.push({ event: id, visitor, key, evidence: identity.evidence, at });
      visitors.get(key)?.add(visitor);
    },
    unsaved: () => {
      const edges = [...fresh];
      const rows = edges.map(({ event, visitor, key, evidence, at }) => [event, visitor, key, evidence, at]);
      return {
        statements: rows.length === 0 ? [] : [{ sql: insertEdges, params: [JSON.stringify(rows)] }],
        saved: () => {
          fresh = fresh.slice(edges.length);
        },
      };
    },
  };
}

const insertEdges =
  'INSERT INTO identities (event, visitor, key, evidence, at) ' +
  'SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4 FROM json_each(?) WHERE true ' +
  'ON CONFLICT (event) DO NOTHING';
