import { createAsking } from '../../server/recommend/model/asking.ts';
import { fitInSlices } from '../../server/recommend/model/fit-in-slices.ts';
import { askEdgeForm } from '../../server/recommend/next/edge-form.ts';
import { snapshotOf } from '../../server/recommend/next/kept-sessions.ts';
import { narrow } from '../../server/recommend/next/model-room.ts';
import { addSession, emptyIndex } from '../../server/recommend/next/session-index.ts';

/** What the test asks of: one item each. */
const asked = Array.from({ length: 50 }, (_, number) => number * 37);

/** The edge form of a model is sent to `/form`, the sessions of a shop to `/shop`; the answer is what follows each asked item. */
export default {
  fetch: async (request: Request): Promise<Response> => {
    const body = await request.arrayBuffer();
    const { pathname } = new URL(request.url);
    if (pathname === '/form') return Response.json(fromForm(body));
    if (pathname === '/shop') return Response.json(await fromShop(new Int32Array(body)));
    return new Response();
  },
};

function fromForm(form: ArrayBuffer): number[][] {
  const recommender = askEdgeForm(form);
  const out = new Int32Array(10);
  return asked.map((item) => [...out.subarray(0, recommender.rank(Int32Array.of(item), 1, 0, out))]);
}

/** `sent`: how many items there are, then each session's length and its items. */
async function fromShop(sent: Int32Array): Promise<number[][]> {
  const index = emptyIndex(sent[0] ?? 0, narrow.limits);
  for (let at = 1; at < sent.length; ) {
    const end = at + 1 + (sent[at] ?? 0);
    addSession(index, sent.subarray(at + 1, end), index.sessions);
    at = end;
  }
  const work = snapshotOf(index);
  let step = work.next();
  while (step.done !== true) step = work.next();
  const fitted = await fitInSlices(narrow)(step.value.sessions, 'sessions', new AbortController().signal);
  if (!fitted) throw new RangeError('stopped');
  const asking = createAsking({ index, ...fitted });
  return asked.map((item) => asking.best([item], index.sessions, null, 10).map((found) => found.item));
}
