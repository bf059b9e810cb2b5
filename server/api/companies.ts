import { Hono, type MiddlewareHandler } from 'hono';
import { z } from 'zod';
import { companyLimit } from '../companies/routes.ts';
import { feedRows } from '../feeds/feed-rows.ts';
import { Problem } from '../problem.ts';
import type { ApiEnv } from './access.ts';
import type { Operation } from './operation.ts';

const Taken = z.object({
  ranges: z.number().int().describe('Ranges of a company.'),
  nobody: z
    .number()
    .int()
    .describe('Ranges that say nothing of who is behind them, as of networks that everybody uses.'),
  companies: z.number().int(),
  refused: z.object({
    count: z.number().int(),
    first: z.array(z.object({ line: z.number().int(), reason: z.string() })),
  }),
});

const Removed = z.object({ removed: z.boolean() });

export const companyOperations: Operation[] = [
  {
    method: 'post',
    path: '/v1/companies',
    summary: 'Replace the file of companies by addresses',
    text: 'Whose internet addresses are whose: CSV or TSV with a head line, packed with gzip or not. A row has `network` (CIDR, or two addresses with - between them) or `start` and `end`, IPv4 or IPv6, and `company`; `domain`, `industry` and `size` where they are known, and `type` (isp, hosting, mobile…), whose rows are nobody’s. Of ranges one within another the narrowest counts. Visitors that come from such an address are of that company, as long as nobody else says something better; the address itself is never kept. A file that breaks off, or has no company, changes nothing; the one before can be put back in the panel.',
    access: 'key',
    body: {
      type: 'text/csv',
      schema: z.string(),
      example: 'network,company,domain,industry,size\n203.0.113.0/24,Acme,acme.example,Tea,51-200\n',
    },
    answers: { 200: { text: 'What was taken. A line that is wrong is refused alone.', schema: Taken } },
  },
  {
    method: 'delete',
    path: '/v1/companies',
    summary: 'Remove the file of companies',
    text: 'Nobody is of a company by their address any more. The panel can put it back.',
    access: 'key',
    answers: { 200: { text: 'It is out of use.', schema: Removed } },
  },
];

/** The file by which visitors' addresses are companies'. */
export function companyApi(
  access: MiddlewareHandler<ApiEnv>,
  { now, later }: { now(): number; later(work: Promise<unknown>): void },
) {
  return new Hono<ApiEnv>()
    .post('/', access, companyLimit, async (c) => {
      const { companies, audience } = c.get('shop');
      if (!c.req.raw.body) throw new Problem(422, 'unreadable', 'The file is empty.', { field: 'file' });
      const taken = await companies.take(feedRows(c.req.raw.body), { name: 'API', now: now() });
      later(audience.renewTold());
      return c.json(taken satisfies z.infer<typeof Taken>);
    })
    .delete('/', access, async (c) => {
      const { companies, audience } = c.get('shop');
      await companies.remove();
      later(audience.renewTold());
      return c.json({ removed: true } satisfies z.infer<typeof Removed>);
    });
}
