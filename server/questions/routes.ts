import { Hono } from 'hono';
import { z } from 'zod';
import { Problem } from '../problem.ts';
import type { Store } from '../store/store.ts';
import { jsonBody } from '../valid.ts';
import { Asked, key } from './question.ts';
import type { QuestionBook } from './question-book.ts';
import { suggestions } from './suggestions.ts';

interface Env {
  Variables: { shop: { questions: QuestionBook; store: Pick<Store, 'all'> } };
}

const Order = z.object({ keys: z.array(z.string().max(40)).max(100) });

/** The questions that the merchant asks, each with how many devices have answered it; and what shops often ask. */
export function questionRoutes() {
  return new Hono<Env>()
    .get('/', async (c) => {
      const { questions, store } = c.get('shop');
      const answered = await answeredCounts(store);
      return c.json({
        questions: questions.all().map((question) => ({ ...question, answered: answered.get(question.key) ?? 0 })),
        suggestions: suggestions.filter((suggestion) => !questions.get(suggestion.key)),
      });
    })
    .put('/:key', jsonBody(Asked), async (c) => {
      const named = key.safeParse(c.req.param('key'));
      if (!named.success)
        throw new Problem(422, 'invalid', named.error.issues[0]?.message ?? 'invalid', { field: 'key' });
      await c.get('shop').questions.keep({ key: named.data, ...c.req.valid('json') });
      return c.body(null, 204);
    })
    .delete('/:key', async (c) => {
      await c.get('shop').questions.drop(c.req.param('key'));
      return c.body(null, 204);
    })
    .post('/order', jsonBody(Order), async (c) => {
      await c.get('shop').questions.arrange(c.req.valid('json').keys);
      return c.body(null, 204);
    });
}

async function answeredCounts(store: Pick<Store, 'all'>): Promise<Map<string, number>> {
  const rows = await store.all(
    "SELECT body ->> '$.answer.question', count(DISTINCT visitor) FROM log WHERE name = 'answer' GROUP BY 1",
    [],
  );
  return new Map(rows.map(([question, count]) => [String(question), Number(count)]));
}
