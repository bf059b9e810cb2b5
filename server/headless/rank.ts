import type { Context } from 'hono';
import { z } from 'zod';
import type { RankRequest } from '../../snippet/protocol.ts';
import type { ApiEnv } from '../api/access.ts';
import { shopId } from '../api/words.ts';
import { rankList } from '../decide/rank-list.ts';
import { reasonWords } from '../decide/shelf.ts';
import { newVisitor } from '../identity/visitor-token.ts';
import { plainText } from '../plain-text.ts';
import { listKinds } from '../recommend/ranking/ranking.ts';
import type { Plain, Same } from '../same.ts';
import { type AskerDeps, Asking, askerOf } from './asker.ts';
import { bodyOf } from './body.ts';
import { noteReceipt } from './note-receipt.ts';

const most = 500;
const words = z.string().max(500).regex(plainText);

export const Ranked = Asking.extend({
  kind: z
    .enum(listKinds)
    .describe('Results of a search, or the products of a category: the merchant sets how far each may change.'),
  ids: z
    .array(shopId)
    .min(1)
    .max(most)
    .describe('Products in the shop’s own order. What we do not know keeps its place.'),
  query: words
    .optional()
    .describe('What was searched for: products at the head of the list that are called so stay there.'),
  category: words.optional(),
  keepFirst: z.number().int().min(0).max(most).default(0).describe('So many stay at the beginning.'),
});

/** As it is sent; of a word about consent, what is read of it: its schema takes in more than pages may say. */
type Sent = Omit<z.input<typeof Ranked>, 'consent'> & Pick<Partial<z.output<typeof Ranked>>, 'consent'>;
true satisfies Same<Plain<Sent>, Plain<RankRequest>>;

/** `POST /v1/rank`: a list of the shop's own, in the order for whoever looks at it. */
export async function answerRank(c: Context<ApiEnv>, deps: AskerDeps): Promise<Response> {
  const body = await bodyOf(c, Ranked);
  const asker = await askerOf(c, body, deps);
  if (!asker) return c.body(null, 204);
  const { open, looking, visitor } = asker;
  const { kind, ids, query = null, category = null, keepFirst } = body;
  const id = newVisitor();
  const setup = visitor === null ? { ...open, comparison: { ...open.comparison, share: 0 } } : open;
  const ranked = rankList({ kind, ids, query, category, keepFirst }, looking, setup, `${id}.0`);
  noteReceipt({ id, visitor, page: body.page, receipts: [ranked.receipt], now: looking.now }, open, deps);
  return c.json({
    decision: ranked.receipt.id,
    ids: ranked.ids,
    moved: ranked.moved.map(({ id, from, to, reason }) => ({
      ...{ id, from, to },
      reason: {
        code: reason.code,
        text: reasonWords(
          reason,
          { language: looking.language, timeZone: open.shop.timeZone },
          {
            catalog: open.catalog,
            occasion: null,
          },
        ),
      },
    })),
  });
}
