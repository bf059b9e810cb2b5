import type { z } from 'zod';
import type { Refusal } from '../../snippet/protocol.ts';
import { Problem } from '../problem.ts';
import { Refused } from '../refused.ts';

/** What becomes of each entry of a list: one that is wrong is refused alone, by its place. */
export async function eachOf<Schema extends z.ZodType, Kept>(
  schema: Schema,
  entries: readonly unknown[],
  keep: (entry: z.output<Schema>) => Kept | Promise<Kept>,
): Promise<{ kept: Kept[]; refused: Refusal[] }> {
  const kept: Kept[] = [];
  const refused: Refusal[] = [];
  for (const [index, entry] of entries.entries()) {
    const parsed = schema.safeParse(entry);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      refused.push({ index, field: issue?.path.join('.') ?? '', reason: issue?.message ?? 'invalid' });
      continue;
    }
    try {
      kept.push(await keep(parsed.data));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      refused.push({ index, field: error.field, reason: error.message });
    }
  }
  return { kept, refused };
}

/** `list`: the name of the list in the body. */
export function nothingKept(list: string, refused: readonly Refusal[]): Problem {
  const [first] = refused;
  const field = [list, first?.index, first?.field].filter((part) => part !== '').join('.');
  return new Problem(422, 'nothing-kept', `Nothing was kept. The first: ${field}: ${first?.reason}`, {
    field,
    more: { refused },
  });
}
