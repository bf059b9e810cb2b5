import { importedVisitor, type People } from '../identity/people.ts';
import { isShared } from '../identity/person.ts';

/** Everything under which a person's data stands. */
export interface Whose {
  visitors: readonly string[];
  /** The keys that are this person's alone; an address that very many share is not. */
  keys: readonly string[];
}

/** The person behind a visitor: all visitors that verified keys join, and what the shop's own systems know of these customers. */
export async function whoseData(visitor: string, people: People): Promise<Whose> {
  const joined = await people.of(visitor);
  const all = [...new Set([...joined.visitors.values()].flat())];
  const keys: string[] = [];
  for (const key of all) if (!isShared(key, (await people.withKey(key)).length)) keys.push(key);
  const customers = keys.filter((key) => key.startsWith('customer:')).map((key) => key.slice('customer:'.length));
  return {
    visitors: [...new Set([...joined.visitors.keys(), ...customers.map(importedVisitor)])].sort(),
    keys: keys.sort(),
  };
}
