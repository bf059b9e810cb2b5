import type { Answer, Refusal } from '../../snippet/protocol.ts';
import { readableBy } from './cross-origin.ts';

export interface Reply {
  /** The page's, which may read it. */
  origin: string;
  cookies: readonly string[];
  /** Each a `Decision` as JSON. */
  decisions: readonly string[];
  token: string | undefined;
  arrived: string | undefined;
  refused: readonly Refusal[];
}

/**
 * An `Answer`, or 204 where it would say nothing. Its headers are a plain record as long as each comes once: a `Headers`
 * object costs Node more than the rest of an answer.
 */
export function replyWith({ origin, cookies, decisions, token, arrived, refused }: Reply): Response {
  const headers = readableBy(origin);
  const [cookie, ...more] = cookies;
  if (cookie !== undefined) headers['set-cookie'] = cookie;
  const rest: Omit<Answer, 'slots'> = {
    ...(token === undefined ? {} : { token }),
    ...(arrived === undefined ? {} : { arrived }),
    ...(refused.length === 0 ? {} : { refused: [...refused] }),
  };
  const isSilent = decisions.length === 0 && token === undefined && arrived === undefined && refused.length === 0;
  if (!isSilent) headers['content-type'] = 'application/json';
  const response = isSilent
    ? new Response(null, { status: 204, headers })
    : new Response(answerText(decisions, rest), { headers });
  for (const one of more) response.headers.append('set-cookie', one);
  return response;
}

function answerText(decisions: readonly string[], rest: Omit<Answer, 'slots'>): string {
  const others = JSON.stringify(rest).slice(1);
  return `{"slots":[${decisions.join(',')}]${others === '}' ? others : `,${others}`}`;
}
