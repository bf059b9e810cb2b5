import { Hono } from 'hono';
import { z } from 'zod';
import type { OpenShop } from '../collect/open-shop.ts';
import { personAsOf } from '../identity/as-of.ts';
import { newVisitor } from '../identity/visitor-token.ts';
import type { Edge } from '../log/log-event.ts';
import { erasePerson } from '../privacy/erase-person.ts';
import { Problem } from '../problem.ts';
import { staffNames } from '../staff/accounts.ts';
import type { Staff } from '../staff/table.ts';
import type { Store } from '../store/store.ts';
import { jsonBody, query } from '../valid.ts';
import { campaignsNow } from './campaigns-now.ts';
import { editPerson, undoEdit } from './edit-person.ts';
import { editsOf } from './edits-of.ts';
import { knownPerson } from './known-person.ts';
import { listPeople } from './people-list.ts';
import { fieldsFor } from './read-edit.ts';
import { seesNow } from './sees-now.ts';
import { timelineOf } from './timeline.ts';
import { kindNames } from './timeline-kinds.ts';
import { visitorPage } from './visitor-page.ts';

type Env = { Variables: { shop: OpenShop; staff: Staff } };

const List = z.object({ q: z.string().trim().max(200).optional(), cursor: z.string().max(300).optional() });
const Timeline = z.object({
  before: z
    .string()
    .regex(/^\d+\.\d+$/)
    .optional(),
  kind: z.enum(kindNames).optional(),
});
const Page = z.object({
  path: z.string().startsWith('/').max(500).default('/'),
  product: z.string().min(1).max(200).optional(),
});
const At = z.object({ at: z.coerce.number().int().min(0).max(8.64e15) });
/** With the person of another visitor; or with keys that this one has had, which takes an unmerge back. */
const Merge = z.union([
  z.object({ with: z.string().min(1).max(200) }),
  z.object({ keys: z.array(z.string().max(300)).max(50) }),
]);

/** Trait -> what it is; null takes it away. */
const Edit = z.object({ traits: z.record(z.string().max(40), z.unknown()) });
const mostEdits = 30;

/** The shop's visitors: `/`, and of each its page, its end, timeline, what it sees now, which campaigns it would see and why not the others, who it was at a time, what staff says of who it is, and what staff corrects. */
export function visitorRoutes({ now, directory }: { now(): number; directory: Store }) {
  return new Hono<Env>()
    .get('/', query(List), async (c) => {
      const { q = '', cursor } = c.req.valid('query');
      return c.json(await listPeople(c.get('shop'), q, cursor));
    })
    .get('/:id', async (c) => {
      return c.json(await visitorPage(c.req.param('id'), c.get('shop'), now()));
    })
    .delete('/:id', async (c) => {
      const shop = c.get('shop');
      const id = c.req.param('id');
      await knownPerson(id, shop);
      return c.json(await erasePerson(id, shop, { by: 'staff', id: c.get('staff').id }, now()));
    })
    .get('/:id/timeline', query(Timeline), async (c) => {
      const shop = c.get('shop');
      const { visitors } = await shop.people.of(c.req.param('id'));
      return c.json(await timelineOf([...visitors.keys()], shop, c.req.valid('query')));
    })
    .get('/:id/edits', async (c) => {
      const shop = c.get('shop');
      const id = c.req.param('id');
      const profile = await knownPerson(id, shop);
      const { visitors } = await shop.people.of(id);
      const names = await staffNames(directory, c.get('staff').shop);
      const edits = await editsOf([...visitors.keys()], { ...shop, profile, names });
      return c.json({ edits, fields: fieldsFor(profile, shop.questions) });
    })
    .post('/:id/edits', jsonBody(Edit), async (c) => {
      const { traits } = c.req.valid('json');
      if (Object.keys(traits).length > mostEdits)
        throw new Problem(422, 'too-many', `At most ${mostEdits} at a time.`, { field: 'traits' });
      await editPerson(c.req.param('id'), traits, { shop: c.get('shop'), staff: c.get('staff').id, now: now() });
      return c.body(null, 204);
    })
    .post('/:id/edits/:edit/undo', async (c) => {
      const { id, edit } = c.req.param();
      await undoEdit(id, edit, { shop: c.get('shop'), staff: c.get('staff').id, now: now() });
      return c.body(null, 204);
    })
    .get('/:id/now', async (c) => {
      return c.json(await seesNow(c.req.param('id'), c.get('shop'), now()));
    })
    .get('/:id/campaigns', query(Page), async (c) => {
      const { path, product = null } = c.req.valid('query');
      return c.json(await campaignsNow(c.req.param('id'), { path, product }, c.get('shop'), now()));
    })
    .get('/:id/identity', query(At), async (c) => {
      const { save, store } = c.get('shop');
      await save();
      const { id, visitors } = await personAsOf(c.req.param('id'), c.req.valid('query').at, store);
      return c.json({ person: id, visitors: [...visitors].map(([visitor, keys]) => ({ visitor, keys })) });
    })
    .post('/:id/unmerge', async (c) => {
      const shop = c.get('shop');
      const id = c.req.param('id');
      await knownPerson(id, shop);
      const keys = (await shop.people.keysOf([id])).get(id) ?? [];
      await say('identity_unmerge', id, keys, c.get('staff'), shop, now());
      return c.json({ keys });
    })
    .post('/:id/merge', jsonBody(Merge), async (c) => {
      const shop = c.get('shop');
      const id = c.req.param('id');
      const asked = c.req.valid('json');
      await knownPerson(id, shop);
      const keys = 'with' in asked ? await keysWith(id, asked.with, c.get('staff'), shop, now()) : asked.keys;
      const edges = await shop.people.edgesOf(id);
      const unknown = 'keys' in asked && keys.find((key) => !edges.some((edge) => edge.key === key));
      if (unknown) throw new Problem(422, 'unknown-key', `"${unknown}" never joined this visitor.`, { field: 'keys' });
      const missing = keys.filter((key) => !edges.some((edge) => edge.key === key && edge.joins));
      await say('identity_merge', id, missing, c.get('staff'), shop, now());
      return c.json({ keys: missing });
    });
}

/** The key that stands for the other visitor's person; one of its own where both were nobody. None where they are one already. */
async function keysWith(id: string, other: string, staff: Staff, shop: OpenShop, now: number): Promise<string[]> {
  await knownPerson(other, shop);
  const person = await shop.people.of(other);
  if (person.visitors.has(id)) return [];
  if (person.id !== other) return [person.id];
  const key = `visitor:${other}`;
  await say('identity_merge', other, [key], staff, shop, now);
  return [key];
}

/** Writes down what staff says of a visitor's edges: an event as any other, so that all that is made from the log knows it. */
async function say(
  name: 'identity_merge' | 'identity_unmerge',
  visitor: string,
  keys: readonly string[],
  { email }: Staff,
  { people, record }: OpenShop,
  now: number,
): Promise<void> {
  if (keys.length === 0) return;
  // After all that was said before, even by a clock that runs ahead: staff has the last word for now.
  const newest = Math.max(0, ...(await people.edgesOf(visitor)).map(({ at }) => at));
  const edges = keys.map((key): Edge => ({ key, joins: name === 'identity_merge' }));
  await record([{ id: newVisitor(), visitor, at: Math.max(now, newest + 1), name, edges, params: { staff: email } }]);
}
