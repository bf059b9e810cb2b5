import type { OpenShop } from '../../collect/open-shop.ts';
import { keyOf, saidOf } from '../lists.ts';

/** Whom some lines name, each by a customer number, an e-mail address, a telephone, or a visitor's id. */
export interface Named {
  /** As `audience` has them, each once. */
  persons: string[];
  /** Lines that name nobody who counts. */
  unknown: string[];
}

export async function namedPeople(lines: readonly string[], { store }: Pick<OpenShop, 'store'>): Promise<Named> {
  const persons = new Set<string>();
  const unknown: string[] = [];
  for (const line of lines.map((text) => text.trim()).filter(Boolean)) {
    const said = saidOf([['', line]]);
    const [row] = await store.all(
      'SELECT a.person FROM audience AS a WHERE a.person IN (SELECT person FROM audience_visitors WHERE visitor = ? ' +
        'OR visitor IN (SELECT visitor FROM identities WHERE key = ?)) LIMIT 1',
      [line, (said && keyOf(said)) ?? ''],
    );
    if (row) persons.add(String(row[0]));
    else unknown.push(line);
  }
  return { persons: [...persons], unknown };
}
