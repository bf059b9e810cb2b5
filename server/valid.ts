import { validator } from 'hono/validator';
import type { z } from 'zod';
import { Problem } from './problem.ts';

/** A JSON body of this schema, or a problem that names the first field that is not. */
export function jsonBody<Schema extends z.ZodType>(schema: Schema) {
  return validator('json', (value) => parsed(schema, value));
}

/** The query's parameters, likewise. */
export function query<Schema extends z.ZodType>(schema: Schema) {
  return validator('query', (value) => parsed(schema, value));
}

function parsed<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new Problem(422, 'invalid', issue?.message ?? 'invalid', { field: fieldOf(issue) });
}

function fieldOf(issue: z.core.$ZodIssue | undefined): string {
  if (!issue) return '';
  const unknown = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  return [...issue.path, ...unknown].join('.');
}
