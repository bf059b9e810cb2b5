import { Hono } from 'hono';
import { stream } from 'hono/streaming';
import { z } from 'zod';
import { campaignsUsing } from '../campaigns/uses-of.ts';
import type { OpenShop } from '../collect/open-shop.ts';
import { limitBody } from '../limit-body.ts';
import { silenced } from '../outbox/endpoints.ts';
import { plainText } from '../plain-text.ts';
import { Problem } from '../problem.ts';
import { jsonBody, query } from '../valid.ts';
import { peopleRows } from '../visitors/people-list.ts';
import { count, examples, overlaps } from './count.ts';
import { daysOf } from './days.ts';
import { exportPeople } from './export-people.ts';
import { fieldNames, fields } from './fields.ts';
import { takeList } from './lists.ts';
import { membersPage } from './members.ts';
import { segmentsOf } from './of-person.ts';
import { parseRule } from './parse-rule.ts';
import { byId, byName } from './renamed.ts';
import { Rule } from './rule.ts';
import { allSegments, bookOf, dropSegment, keepSegment, usersOf } from './segments.ts';
import { knownTraits, suggestions, traitSuggestions } from './suggestions.ts';
import { toText } from './to-text.ts';
import { verbs } from './verbs.ts';

type Env = { Variables: { shop: OpenShop } };

const Kept = z.object({ name: z.string().trim().min(1).max(100).regex(plainText), rule: Rule });
/** A line that was typed, or a rule that was built. `exact`: count everyone, not a sample. `id`: of the segment that is edited. */
const Preview = z.object({
  line: z.string().max(5_000).optional(),
  rule: Rule.optional(),
  exact: z.boolean().default(false),
  id: z.string().max(64).optional(),
});
/** Of the small picture on the list, and of the chart. */
const listedDays = 30;
const chartedDays = 365;

const Export = z.object({ separator: z.enum(['semicolon', 'comma']).default('semicolon') });
const largestList = 20 * 1024 * 1024;

const Members = z.object({ cursor: z.string().max(300).optional() });

/** The merchant's segments: the list, what a rule would hold of, the people in one. */
export function segmentRoutes({ now, later }: { now(): number; later(work: Promise<unknown>): void }) {
  return new Hono<Env>()
    .use(async (c, next) => {
      await next();
      if (c.req.method !== 'GET') await c.get('shop').segmentRules.refresh();
    })
    .get('/', async (c) => {
      const { store, shop, questions, sources, campaigns } = c.get('shop');
      const all = await allSegments(store);
      const days = await daysOf(
        all.map(({ id }) => id),
        listedDays,
        store,
      );
      const silent = await silenced(store);
      const listed = all.map((segment) => ({
        ...segment,
        days: days.get(segment.id) ?? [],
        line: toText(byName(segment.rule, all), shop.currency),
        usedBy: [
          ...usersOf(segment.id, all),
          ...campaignsUsing({ segment: segment.id }, campaigns.current.values()),
        ].map(({ name }) => name),
        /** A webhook of it was switched off. */
        isSilent: silent.has(segment.id),
      }));
      return c.json({
        segments: listed,
        fields: fieldList,
        verbs,
        traits: await knownTraits(questions, store),
        sources: ['visitor', 'server', 'staff', ...sources.rules().map(({ id }) => id)],
      });
    })
    .get('/of/:visitor', async (c) => {
      return c.json({ segments: await segmentsOf(c.req.param('visitor'), c.get('shop'), now()) });
    })
    .get('/suggestions/:field', async (c) => {
      return c.json({ values: await suggestions(c.req.param('field'), c.get('shop').store) });
    })
    .get('/suggestions/trait/:name', async (c) => {
      return c.json({ values: await traitSuggestions(c.req.param('name'), c.get('shop').store) });
    })
    .post('/', jsonBody(Kept), async (c) => {
      const { store, audience } = c.get('shop');
      const kept = await keepSegment(c.req.valid('json'), store, now());
      later(audience.sweepNew());
      return c.json(kept, 201);
    })
    .post('/preview', jsonBody(Preview), async (c) => {
      const shop = c.get('shop');
      const { line, rule: built, exact, id } = c.req.valid('json');
      const { currency } = shop.shop;
      const read = built ? { rule: built } : parseRule(line ?? '', currency);
      if ('misread' in read) return c.json({ misread: read.misread, rule: null });
      const checked = Rule.safeParse(read.rule);
      if (!checked.success) throw new Problem(422, 'invalid', checked.error.issues[0]?.message ?? 'invalid');
      const all = await allSegments(shop.store);
      const rule = byId(read.rule, all);
      await shop.audience.refresh();
      const asked = { store: shop.store, now: now(), book: bookOf(all) };
      const [counted, persons, shared] = await Promise.all([
        count(rule, asked, exact),
        examples(rule, asked, exact),
        exact
          ? overlaps(
              rule,
              all.filter((other) => other.id !== id),
              asked,
            )
          : [],
      ]);
      return c.json({
        misread: null,
        rule,
        line: toText(byName(rule, all), currency),
        count: counted,
        examples: await peopleRows(persons, shop),
        overlaps: shared,
      });
    })
    .get('/:id/count', async (c) => {
      const { shop, rule, asked } = await found(c.req.param('id'), c.get('shop'), now());
      await shop.audience.refresh();
      return c.json(await count(rule, asked, true));
    })
    .get('/:id/people.csv', query(Export), async (c) => {
      const { shop, rule, asked } = await found(c.req.param('id'), c.get('shop'), now());
      await shop.audience.refresh();
      const delimiter = c.req.valid('query').separator === 'comma' ? ',' : ';';
      c.header('content-type', 'text/csv; charset=utf-8');
      c.header('content-disposition', `attachment; filename="people-${shop.shop.key}-${c.req.param('id')}.csv"`);
      return stream(c, async (out) => {
        for await (const text of exportPeople(rule, { ...asked, delimiter }, shop)) await out.write(text);
      });
    })
    .post('/lists/:name', limitBody(largestList, 'A list is at most 20 MB.'), async (c) => {
      const name = Kept.shape.name.safeParse(c.req.param('name'));
      if (!name.success) throw new Problem(422, 'invalid', 'A list needs a name.', { field: 'name' });
      const shop = c.get('shop');
      const { body } = c.req.raw;
      if (!body) throw new Problem(422, 'no-people', 'The file is empty.', { field: 'file' });
      const others = await allSegments(shop.store);
      const known = others.find((one) => one.name === name.data);
      const rule: Rule = { field: 'list', is: '=', value: name.data };
      if (known && JSON.stringify(known.rule) !== JSON.stringify(rule))
        throw new Problem(409, 'name-taken', `Another segment is called "${name.data}".`, { field: 'name' });
      const taken = await takeList(name.data, textOf(body), shop);
      const segment = known ?? (await keepSegment({ name: name.data, rule }, shop.store, now()));
      later(shop.audience.sweepNew());
      return c.json({ ...taken, segment: { id: segment.id, name: segment.name } }, 201);
    })
    .get('/:id/days', async (c) => {
      const id = c.req.param('id');
      const { store, audience } = c.get('shop');
      const segment = (await allSegments(store)).find((one) => one.id === id);
      if (segment && segment.membersOf !== segment.changedAt) await audience.sweepNew();
      const days = await daysOf([id], chartedDays, store);
      return c.json({ days: days.get(id) ?? [] });
    })
    .get('/:id/members', query(Members), async (c) => {
      const { shop, rule, asked } = await found(c.req.param('id'), c.get('shop'), now());
      await shop.audience.refresh();
      return c.json(await membersPage(rule, asked, shop, c.req.valid('query').cursor));
    })
    .put('/:id', jsonBody(Kept), async (c) => {
      const { store, audience } = c.get('shop');
      const kept = await keepSegment({ id: c.req.param('id'), ...c.req.valid('json') }, store, now());
      later(audience.sweepNew());
      return c.json(kept);
    })
    .delete('/:id', async (c) => {
      const id = c.req.param('id');
      const { store, campaigns } = c.get('shop');
      await dropSegment(id, campaignsUsing({ segment: id }, campaigns.current.values()), store);
      return c.body(null, 204);
    });
}

/** The chunks of a body as text; a mark of the byte order at its beginning is left out. */
async function* textOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  const reader = body.getReader();
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read())
    yield decoder.decode(chunk.value, { stream: true });
  yield decoder.decode();
}

async function found(id: string, shop: OpenShop, now: number) {
  const all = await allSegments(shop.store);
  const segment = all.find((one) => one.id === id);
  if (!segment) throw new Problem(404, 'unknown-segment', `There is no segment "${id}".`);
  return { shop, rule: segment.rule, asked: { store: shop.store, now, book: bookOf(all) } };
}

const fieldList = fieldNames.map((name) => ({ name, kind: fields[name].kind }));
