import { Hono } from 'hono';
import { z } from 'zod';
import type { OpenShop } from '../collect/open-shop.ts';
import { dayCode } from '../profit/code-of.ts';
import type { Staff } from '../staff/table.ts';
import { jsonBody, query } from '../valid.ts';
import { loopReport } from './loop-report.ts';
import { type Behind, peopleBehind } from './people-behind.ts';
import { flowNames, markNames, processes } from './process.ts';
import { TaskBody } from './task-book.ts';

type Env = { Variables: { shop: OpenShop; staff: Staff } };

const longest = 366;
const date = z.iso.date('write the day as 2026-11-21');
const period = { from: date, to: date };
const isInTurn = ({ from, to }: { from: string; to: string }) => from <= to && dayCode(to) - dayCode(from) < longest;
const inTurn = { message: `The first day comes before the last one, and at most ${longest} days.`, path: ['from'] };

const Asked = z.object(period).refine(isInTurn, inTurn);

/** One of the numbers: of a process, of a mark and perhaps a part of it, of a flow, or of the whole. */
const People = z
  .object({
    ...period,
    process: z.enum(processes).optional(),
    mark: z.enum(markNames).optional(),
    part: z.string().max(300).optional(),
    flow: z.enum(flowNames).optional(),
    whole: z.enum(['around', 'bought']).optional(),
    cursor: z.string().max(300).optional(),
  })
  .refine(isInTurn, inTurn);

const Kept = z.strictObject({ base: z.int().min(0), task: TaskBody });

/** The loop: `/` its processes and flows, `/people` who is behind a number, `/tasks` what staff has to do. */
export function loopRoutes({ now }: { now(): number }) {
  return new Hono<Env>()
    .get('/', query(Asked), async (c) => c.json(await loopReport(c.req.valid('query'), c.get('shop'))))
    .get('/people', query(People), async (c) => {
      const { from, to, cursor, ...asked } = c.req.valid('query');
      return c.json(await peopleBehind(behindOf(asked), { from, to }, c.get('shop'), cursor));
    })
    .get('/tasks', async (c) => c.json({ tasks: await c.get('shop').tasks.all() }))
    .put('/tasks/:id', jsonBody(Kept), async (c) => {
      const { base, task } = c.req.valid('json');
      const who = { by: c.get('staff').email, at: now() };
      await c.get('shop').tasks.keep(c.req.param('id').slice(0, 64), task, base, who);
      return c.body(null, 204);
    })
    .delete('/tasks/:id', async (c) => {
      await c.get('shop').tasks.drop(c.req.param('id'));
      return c.body(null, 204);
    });
}

function behindOf({
  process,
  mark,
  part,
  flow,
  whole = 'around',
}: Pick<z.output<typeof People>, 'process' | 'mark' | 'part' | 'flow' | 'whole'>): Behind {
  if (mark) return part === undefined ? { of: 'mark', mark } : { of: 'part', mark, part };
  if (flow) return { of: 'flow', flow };
  return process ? { of: 'process', process } : { of: whole };
}
