import type { Context } from 'hono';
import type { z } from 'zod';
import { Problem } from '../problem.ts';

/** JSON, however its type is named: sent as text a page's browser asks for no preflight. */
export async function bodyOf<Schema extends z.ZodType>(c: Context, schema: Schema): Promise<z.output<Schema>> {
  const parsed = schema.safeParse(parse(await c.req.text()));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Problem(422, 'invalid', issue?.message ?? 'invalid', { field: issue?.path.join('.') ?? '' });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Problem(400, 'invalid-json', 'The body is not JSON.', { cause });
  }
}
