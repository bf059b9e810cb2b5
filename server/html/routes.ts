import { Hono } from 'hono';
import { z } from 'zod';
import { jsonBody } from '../valid.ts';
import { checkHtml } from './check-html.ts';
import { example, nothingKnown } from './facts.ts';
import { longestSource } from './fill-in.ts';
import { piecesFor } from './pieces-for.ts';

const Written = z.strictObject({ html: z.string().max(longestSource) });

/** What is wrong with HTML as it is being written, and how it is drawn for somebody well known and for a stranger. */
export function htmlRoutes() {
  return new Hono().post('/', jsonBody(Written), (c) => {
    const { html } = c.req.valid('json');
    const drawn = (facts: typeof example) => JSON.stringify(piecesFor(html, facts) ?? []);
    return c.json({ problems: checkHtml(html), known: drawn(example), stranger: drawn(nothingKnown) });
  });
}
