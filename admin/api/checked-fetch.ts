import { expired } from './expired.ts';
import { Problem } from './problem.ts';

/** `fetch` that throws a Problem for every answer that is not a success, so that callers only see what they asked for. */
export async function checkedFetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const response = await fetch(input, init).catch(() => {
    throw new Problem(0, 'offline', 'No answer from the server');
  });
  if (response.ok) return response;
  const said = membersOf(await response.json().catch(() => null));
  const problem = new Problem(
    response.status,
    said.code ?? `http-${response.status}`,
    said.detail ?? response.statusText,
    {
      field: said.field ?? null,
      retryAfter: Number.parseInt(response.headers.get('retry-after') ?? '', 10) || null,
    },
  );
  // Wrong credentials are an answer to signing in; any other 401 means that the session has ended.
  if (problem.status === 401 && problem.code !== 'wrong-credentials') expired.value = true;
  throw problem;
}

interface Members {
  code?: string;
  detail?: string;
  field?: string;
}

function membersOf(body: unknown): Members {
  const members: Members = {};
  if (typeof body !== 'object' || body === null) return members;
  if ('code' in body && typeof body.code === 'string') members.code = body.code;
  if ('detail' in body && typeof body.detail === 'string') members.detail = body.detail;
  if ('field' in body && typeof body.field === 'string') members.field = body.field;
  return members;
}
