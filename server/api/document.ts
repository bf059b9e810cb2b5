import { z } from 'zod';
import type { MessageOut, Operation } from './operation.ts';

/** An OpenAPI 3.1 document, as far as we write one. */
export interface Document {
  openapi: '3.1.0';
  info: { title: string; version: string; description: string };
  servers: { url: string }[];
  paths: Record<string, Record<string, object>>;
  /** What we ask the shop's servers, by its name. */
  webhooks: Record<string, { post: object }>;
  components: object;
}

const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.string().describe('Stable, for programs.'),
  detail: z.string().describe('What is wrong, and what to do.'),
  field: z.string().optional().describe('Path inside the body of what is wrong.'),
});

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  description: 'With the same key and the same body the call is done once, and answered the same for 24 hours.',
  schema: { type: 'string', maxLength: 200 },
};

const tooManyRequests = {
  description: 'This key has asked too much: try again after the seconds of Retry-After.',
  headers: {
    'Retry-After': { schema: { type: 'integer' } },
    RateLimit: {
      description: 'What is left (r), and in how many seconds all of it is back (t).',
      schema: { type: 'string' },
    },
    'RateLimit-Policy': { description: 'So many calls (q) in so many seconds (w).', schema: { type: 'string' } },
  },
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

/** The document of these operations and messages: made of the schemas with which their routes check. */
export function documentOf(
  operations: readonly Operation[],
  messages: readonly MessageOut[],
  origin: string,
): Document {
  const paths: Document['paths'] = {};
  for (const operation of operations) {
    paths[operation.path] = { ...paths[operation.path], [operation.method]: described(operation) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Vitrina',
      version: '1',
      description:
        'What a shop’s server tells Vitrina, and asks it. Every refusal is application/problem+json and names the field that is wrong.',
    },
    servers: [{ url: origin }],
    paths,
    webhooks: Object.fromEntries(messages.map((message) => [message.name, { post: told(message) }])),
    components: {
      schemas: { Problem: schemaOf(Problem, 'output') },
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer', description: 'A secret key, made in the panel under Keys: vk_...' },
        visitor: {
          ...{ type: 'http', scheme: 'bearer' },
          description:
            'The visitor token that /v1/collect has answered with; not needed where the cookie _v carries it.',
        },
      },
    },
  };
}

function described(operation: Operation): object {
  const { method, path, summary, text, access, query = {}, body, answers } = operation;
  const parameters = [
    ...[...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
      name,
      in: 'path',
      required: true,
      schema: { type: 'string' },
    })),
    ...Object.entries(query).map(([name, { text, required = false }]) => ({
      ...{ name, in: 'query', description: text, required, schema: { type: 'string' } },
    })),
    ...(operation.idempotent ? [idempotencyKey] : []),
  ];
  return {
    operationId:
      method +
      path
        .replace(/^\/v1/, '')
        .replace(/[/{]+(\w)/g, (_, letter: string) => letter.toUpperCase())
        .replace(/\W/g, ''),
    summary,
    description: text,
    security: securityOf(access),
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(body
      ? {
          requestBody: {
            required: true,
            content: { [body.type]: { schema: schemaOf(body.schema, 'input'), example: body.example } },
          },
        }
      : {}),
    responses: {
      ...Object.fromEntries(
        Object.entries(answers).map(([status, answer]) => [status, { description: answer.text, ...contentOf(answer) }]),
      ),
      ...(access === 'key' || access === 'either' ? { 429: tooManyRequests } : {}),
      default: {
        description: 'A refusal. Nothing of the request was kept.',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
}

function securityOf(access: Operation['access']): object[] {
  if (access === 'either') return [{ key: [] }, {}];
  return access === 'key' || access === 'visitor' ? [{ [access]: [] }] : [];
}

function told({ name, summary, text, headers, schema, example }: MessageOut): object {
  return {
    operationId: name.replace(/\W(\w)/g, (_, letter: string) => letter.toUpperCase()),
    summary,
    description: text,
    security: [],
    parameters: Object.entries(headers).map(([header, description]) => ({
      ...{ name: header, in: 'header', required: true, description, schema: { type: 'string' } },
    })),
    requestBody: {
      required: true,
      content: { 'application/json': { schema: schemaOf(schema, 'input'), example } },
    },
    responses: {
      '2XX': { description: 'Taken. The panel shows the beginning of the answer.' },
      410: { description: 'Nothing more is wanted here: the address is switched off.' },
      default: { description: 'Not taken: it is tried again, not before what Retry-After says.' },
    },
  };
}

function contentOf({ schema, type }: Operation['answers'][number]): object {
  if (!schema && type === undefined) return {};
  return {
    content: { [type ?? 'application/json']: { schema: schema ? schemaOf(schema, 'output') : { type: 'string' } } },
  };
}

/** OpenAPI 3.1 speaks JSON Schema 2020-12, which is what zod writes. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output'): object {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
}
