import { describe, expect, test } from 'vitest';
import { type Problem, post, shopper } from './shopper.ts';
import type { Stage } from './stage.ts';

/** A page view that would be kept as it is, but for one thing. */
interface BadInput {
  what: string;
  /** The whole body. */
  body?: string;
  /** Parts of the batch. */
  words?(stage: Stage): object | Promise<object>;
  headers?(stage: Stage): Record<string, string> | Promise<Record<string, string>>;
  status: number;
  code: string;
  field?: string;
}

const in2031 = Date.UTC(2031, 0, 1);
const lastYear = Date.now() - 365 * 86_400_000;
const event = (words: object) => [{ id: crypto.randomUUID(), name: 'page_view', time: Date.now(), ...words }];

const badInputs: BadInput[] = [
  { what: 'an empty body', body: '', status: 400, code: 'empty-body' },
  { what: 'a body of 10 MB', body: 'x'.repeat(10_000_000), status: 413, code: 'body-too-large' },
  { what: 'broken JSON', body: '{"site":', status: 400, code: 'invalid-json' },
  { what: 'JSON that is no batch', body: '[1, 2]', status: 422, code: 'invalid-batch', field: '' },
  {
    what: 'a page that is no web address',
    words: () => ({ page: { id: 'p', url: 'javascript:alert(1)' } }),
    status: 422,
    code: 'invalid-batch',
    field: 'page.url',
  },
  {
    what: 'more events than a batch may have',
    words: () => ({ events: Array.from({ length: 101 }, () => event({})[0]) }),
    status: 422,
    code: 'invalid-batch',
    field: 'events',
  },
  { what: 'an unknown site', words: () => ({ site: 'nobody' }), status: 404, code: 'unknown-site', field: 'site' },
  {
    what: 'the site of another shop',
    words: ({ other }) => ({ site: other.owner.site }),
    status: 404,
    code: 'unknown-site',
    field: 'site',
  },
  {
    what: 'a wrong origin',
    headers: () => ({ origin: 'https://shop.example.evil.example' }),
    status: 403,
    code: 'wrong-origin',
  },
  { what: 'no origin', headers: () => ({ origin: '' }), status: 403, code: 'wrong-origin' },
  {
    what: "a token with another visitor's name over its signature",
    words: async (stage) => {
      const [mine, theirs] = [await tokenOf(stage), await tokenOf(stage)];
      return { token: mine.replace(/^[^.]+/, theirs.split('.')[0] ?? '') };
    },
    status: 401,
    code: 'invalid-token',
    field: 'token',
  },
  {
    what: 'a token that is none',
    words: () => ({ token: 'open sesame' }),
    status: 401,
    code: 'invalid-token',
    field: 'token',
  },
  {
    what: 'a token of another shop',
    words: async ({ other }) => ({ token: await tokenOf(other) }),
    status: 401,
    code: 'invalid-token',
    field: 'token',
  },
  {
    what: 'a cookie of another shop',
    headers: async ({ other }) => ({ cookie: `_v=${await tokenOf(other)}` }),
    status: 401,
    code: 'invalid-token',
    field: 'token',
  },
  {
    what: 'an event of 2031',
    words: () => ({ events: event({ time: in2031 }) }),
    status: 422,
    code: 'no-event-kept',
    field: 'events.0.time',
  },
  {
    what: 'an event of a time that no calendar has',
    words: () => ({ events: event({ time: 8.64e15 + 1 }) }),
    status: 422,
    code: 'no-event-kept',
    field: 'events.0.time',
  },
  {
    what: 'an event of last year',
    words: () => ({ events: event({ time: lastYear }) }),
    status: 422,
    code: 'no-event-kept',
    field: 'events.0.time',
  },
  {
    what: 'a batch sent in 2031',
    words: () => ({ sent: in2031, events: event({ time: in2031 }) }),
    status: 422,
    code: 'invalid-batch',
    field: 'sent',
  },
  {
    what: 'an event that only the collector may write',
    words: () => ({ events: event({ name: 'decision' }) }),
    status: 422,
    code: 'no-event-kept',
    field: 'events.0.name',
  },
];

export function refusing(stage: () => Stage): void {
  describe('the collector', () => {
    test.each(badInputs)('answers $what with $status $code, and nothing changes', async (input) => {
      const { owner, origin } = stage();
      const words = await input.words?.(stage());
      const headers = await input.headers?.(stage());
      const before = await owner.everything();

      const visitor = shopper(stage());
      const { body } = input;
      const reply =
        body === undefined
          ? await visitor.send([visitor.event('page_view')], words, headers)
          : await post(origin, body, headers);

      expect(reply.status).toBe(input.status);
      expect(reply.headers.get('content-type')).toBe('application/problem+json');
      const problem = JSON.parse(reply.text) as Problem;
      expect(problem).toMatchObject({ status: input.status, code: input.code, detail: expect.stringMatching(/.{10}/) });
      expect(problem.field).toBe(input.field);
      expect(await owner.everything()).toEqual(before);
    });
  });
}

async function tokenOf(stage: Pick<Stage, 'origin' | 'owner'>): Promise<string> {
  const visitor = shopper(stage);
  await visitor.send([visitor.event('page_view')]);
  if (visitor.token === undefined) throw new Error('no token came');
  return visitor.token;
}
