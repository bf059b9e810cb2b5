import { Hono } from 'hono';
import { uuidv7 } from 'uuidv7';
import { z } from 'zod';
import type { OpenShop } from '../../collect/open-shop.ts';
import { Problem } from '../../problem.ts';
import { jsonBody } from '../../valid.ts';
import { namedPeople } from './named-people.ts';
import { pursue, type Study } from './study.ts';

const [fewest, most] = [5, 50];
const Examples = z.object({ people: z.array(z.string().max(200)).max(2 * most) });

interface Deps {
  now(): number;
  /** Work that no answer waits for. */
  later(work: Promise<unknown>): void;
}

/** A segment by example: whom the merchant shows, and then the rule that they have in common, with how sure that is. */
export function byExampleRoutes({ now, later }: Deps) {
  // One at a time in each shop; whoever begins another one gives the first up.
  const studies = new Map<string, Study>();
  return new Hono<{ Variables: { shop: OpenShop } }>()
    .post('/', jsonBody(Examples), async (c) => {
      const shop = c.get('shop');
      await shop.audience.refresh();
      const { persons, unknown } = await namedPeople(c.req.valid('json').people, shop);
      if (persons.length < fewest || persons.length > most)
        throw new Problem(422, 'examples', `Name ${fewest} to ${most} people whom the shop knows.`, {
          field: 'people',
          more: { known: persons.length, unknown },
        });
      const study: Study = { id: uuidv7(), done: 0, result: null, failed: false };
      studies.set(shop.shop.key, study);
      const work = pursue(study, persons, shop, now()).catch((error: unknown) => {
        study.failed = true;
        throw error;
      });
      later(work);
      return c.json({ id: study.id, known: persons.length, unknown }, 202);
    })
    .get('/:id', (c) => {
      const study = studies.get(c.get('shop').shop.key);
      if (study?.id !== c.req.param('id'))
        throw new Problem(404, 'unknown-study', 'This was given up, or the server was started again meanwhile.');
      return c.json(study);
    });
}
